import { Body, Controller, Get, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type FormView,
  formView,
  LongTextField,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  type RequestContext,
  IdParam,
  refusalTexts,
  textOf,
  answerAct,
  answerForm,
  type FormState,
} from '../../../platform/index.js';
import { RenewCertificate, renewing } from '../actions/renew-certificate.js';
import { ShowBeforeAct } from '../actions/show-before-act.js';
import { DeclineRenewal } from '../actions/decline-renewal.js';
import { requestsOf, type RequestRow } from '../data/renewals.js';
import { renewalBlockers, renewedUntil } from '../domain/renewing.js';

class DecliningForm {
  @LongTextField({ max: 500 }) answer!: string;
}

export interface RenewalPage {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly achievementZh: string;
  readonly achievementEn: string;
  readonly expiresOn: string | null;
  /** Last day of the renewal. */
  readonly until: string | null;
  readonly countedWord: string;
  /** Address that the new credential names. */
  readonly email: string | null;
  readonly fingerprint: string;
  readonly reasons: readonly string[];
  readonly request: RequestRow | null;
  readonly earlier: readonly RequestRow[];
  readonly form: FormView<DecliningForm>;
}

const page = definePage<RenewalPage>('certifications/lifecycle/renewal/new');

@Controller('office/certificates/:id/renewal')
@Requires('certificate.issue')
export class RenewalController {
  constructor(
    private readonly renew: RenewCertificate,
    private readonly declineRenewal: DeclineRenewal,
    private readonly reads: ReadDatabase,
    private readonly showBeforeAct: ShowBeforeAct,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    return page(await this.model(context, id));
  }

  @Post()
  async record(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: { readonly seen?: unknown } | null,
  ): Promise<Page | SeeOther> {
    return answerAct(await this.renew.execute(context.actor, id, { seen: textOf(body?.seen) }), {
      done: (renewed) =>
        seeOther(
          `/office/certificates/${renewed.id}`,
          flash('renewal.done', { number: renewed.number, until: renewed.expiresOn }),
        ),
      again: async (refusals) => page(await this.model(context, id, { refusals })),
    });
  }

  @Post('declining')
  async decline(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    return answerForm(readForm(DecliningForm, body, this.clock.today()), {
      act: ({ answer }) => this.declineRenewal.execute(context.actor, id, answer),
      done: (declined) => seeOther(`/office/certificates/${id}`, flash('renewal.declined', declined)),
      again: async (filling) => page(await this.model(context, id, filling)),
    });
  }

  private async model({ translator }: RequestContext, id: string, filling: FormState = {}): Promise<RenewalPage> {
    const { query } = this.reads;
    const { certificate, email, terms, seen, refusals } = await this.showBeforeAct.execute(id, 'renewal');
    const { facts, expiresOn } = certificate;
    // The terms of the fingerprint: another read may find others.
    const renewal = { ...(await renewing(query, certificate, this.clock.today())), ...(terms && { terms }) };
    const requests = await requestsOf(query, id);
    return {
      id,
      number: facts.number,
      name: facts.recipient.name,
      achievementZh: facts.achievement.nameZh,
      achievementEn: facts.achievement.nameEn,
      expiresOn,
      until: expiresOn === null ? null : renewedUntil({ ...renewal, expiresOn }),
      countedWord: translator.t(`renewal.counted_${renewal.terms.countedFrom}`, { months: renewal.terms.months }),
      email,
      fingerprint: seen,
      reasons: refusalTexts(translator, renewalBlockers(renewal)),
      request: requests.find(({ state }) => state === 'waiting') ?? null,
      earlier: requests.filter(({ state }) => state !== 'waiting'),
      form: formView(DecliningForm, translator, {
        refusals,
        ...filling,
      }),
    };
  }
}
