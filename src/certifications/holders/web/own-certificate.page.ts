import { Injectable } from '@nestjs/common';
import {
  Clock,
  definePage,
  type FormView,
  formView,
  found,
  optionsOf,
  type Page,
  ReadDatabase,
  type Translator,
  type TypedValues,
  type RequestContext,
  refusalTexts,
  type FormState,
} from '../../../platform/index.js';
import { registerChecks } from '../../binding/index.js';
import { type CertificateRow, KEPT_DAYS, ownCertificate, SHARE_SCOPES } from '../../core/index.js';
import { Printing } from '../../documents/index.js';
import { renewedUntil, renewing, requestBlockers, requestsOf } from '../../lifecycle/index.js';
import {
  type CertificatePageModel,
  certificateView,
  OpenCertificates,
  AccessHistory,
  type AccessPage,
  type StepView,
  stepsView,
} from '../../register/index.js';
import { linksOf } from '../data/share-links.js';
import { linkState, MOST_DAYS } from '../domain/share-link-rules.js';
import { RenewalRequestForm, ShareLinkForm } from './share-link.form.js';

interface LinkLine {
  readonly id: string;
  readonly label: string;
  readonly scopeWord: string;
  readonly expiresAt: number;
  readonly isOpen: boolean;
  readonly state: string;
  readonly stateWord: string;
  readonly views: number;
  readonly lastViewedAt: number | null;
}

/** What a holder can do about the last day. */
interface OwnRenewal {
  readonly reasons: readonly string[];
  readonly until: string | null;
  readonly waitingSince: number | null;
  readonly declined: string | null;
  readonly form: FormView<RenewalRequestForm>;
}

export interface OwnCertificatePage extends CertificatePageModel {
  readonly id: string;
  readonly address: string;
  readonly hidden: boolean;
  readonly links: readonly LinkLine[];
  readonly register: AccessPage;
  readonly form: FormView<ShareLinkForm>;
  /** What is wrong with either form. */
  readonly problems: Pick<FormView<ShareLinkForm>, 'summary'>;
  readonly mostDays: number;
  /** In days. */
  readonly kept: { readonly looks: number; readonly checks: number };
  readonly renewal: OwnRenewal | null;
}

export interface UncheckedPage {
  readonly steps: readonly StepView[];
  readonly checkedAt: number;
}

const page = definePage<OwnCertificatePage>('certifications/holders/own/show');
const unchecked = definePage<UncheckedPage>('certifications/holders/own/unchecked');
const USUAL: TypedValues = { label: '', scope: 'facts', days: '30' };
const BADGES = { open: 'active', expired: 'expired', revoked: 'ended' } as const;

export interface OwnForms {
  readonly link: FormView<ShareLinkForm>;
  readonly renewal: FormView<RenewalRequestForm>;
}

/** The page's two forms: the one that failed as it was typed, the other as it always begins. */
export function ownForms(translator: Translator, filling: FormState | null): OwnForms {
  const isRenewal = filling?.typed?.['note'] !== undefined;
  const link = formView(ShareLinkForm, translator, {
    ...(isRenewal || filling === null ? { typed: USUAL } : filling),
    options: { scope: optionsOf(translator, 'share.scope', SHARE_SCOPES) },
  });
  const renewal = formView(RenewalRequestForm, translator, isRenewal ? filling : {});
  return { link, renewal };
}

/** Faults of both forms; a fault of a form that is not shown has no field to link to. */
export function problemsOf(
  { link, renewal }: Pick<OwnForms, 'link' | 'renewal'>,
  own: OwnRenewal | null,
): OwnCertificatePage['problems'] {
  const isShown = own !== null && own.waitingSince === null && own.reasons.length === 0;
  const faults = isShown ? renewal.summary : renewal.summary.map(({ text }) => ({ text, href: null }));
  return { summary: [...link.summary, ...faults] };
}

/** The page of a holder's own certificate, possibly with a failed form. */
@Injectable()
export class OwnCertificatePages {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly printing: Printing,
    private readonly register: AccessHistory,
    private readonly open: OpenCertificates,
  ) {}

  async show(context: RequestContext, id: string, filling: FormState | null = null): Promise<Page> {
    const { actor, translator } = context;
    const { query } = this.reads;
    const { answer, shown } = found((await ownCertificate(query, id, actor.id)) ? await this.open.byId(id) : null);
    if (!shown) return unchecked({ steps: stepsView(registerChecks(answer), translator), checkedAt: this.clock.now() });
    const { certificate, events, hidings } = shown;
    const view = certificateView({
      certificate,
      events,
      hidings,
      today: this.clock.today(),
      translator,
    });
    const links = await linksOf(query, id);
    const forms = ownForms(translator, filling);
    const renewal = await this.renewal(certificate, translator, forms.renewal);
    return page({
      ...view,
      id,
      address: this.printing.addressOf(certificate.token),
      hidden: certificate.hidden,
      mostDays: MOST_DAYS,
      kept: KEPT_DAYS,
      links: links.map((link) => {
        const state = linkState(link, this.clock.now());
        return {
          ...link,
          isOpen: state === 'open',
          state: BADGES[state],
          stateWord: translator.t(`share.state_${state}`),
          scopeWord: translator.t(`share.scope.${link.scope}`),
        };
      }),
      register: await this.register.page(id, context, `/my/certificates/${id}`),
      renewal,
      form: forms.link,
      problems: problemsOf(forms, renewal),
    });
  }

  private async renewal(
    certificate: CertificateRow,
    translator: Translator,
    form: OwnRenewal['form'],
  ): Promise<OwnRenewal | null> {
    if (certificate.expiresOn === null || certificate.state !== 'valid') return null;
    const { query } = this.reads;
    const facts = await renewing(query, certificate, this.clock.today());
    const [newest] = await requestsOf(query, certificate.id);
    return {
      reasons: refusalTexts(translator, requestBlockers(facts)),
      until: renewedUntil({ ...facts, expiresOn: certificate.expiresOn }),
      waitingSince: newest?.state === 'waiting' ? newest.askedAt : null,
      declined: newest?.state === 'declined' ? newest.answer : null,
      form,
    };
  }
}
