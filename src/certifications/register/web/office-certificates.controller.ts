import { Controller, Get, Inject, Query } from '@nestjs/common';
import { may, Requires } from '../../../accounts/index.js';
import {
  Clock,
  csvTable,
  CurrentContext,
  definePage,
  found,
  IdParam,
  type Page,
  type Pages,
  pagesOf,
  ReadDatabase,
  type RequestContext,
  requestedPage,
  type SelectOption,
  selectOptions,
  type TableAnswer,
  type TableRows,
} from '../../../platform/index.js';
import { registerChecks } from '../../binding/index.js';
import { certificateChoices, countCertificates, DUES, idsOfCertificates, VERDICTS } from '../../core/index.js';
import { OpenCertificates } from '../actions/open-certificates.js';
import { WAITING_RENEWAL, type WaitingRenewal } from '../domain/waiting-renewal.js';
import { filterFrom, isFiltered, type Query as FilterQuery } from './certificate.filter.js';
import { type CertificatePageModel, certificateView } from './certificate.page.js';
import { AccessHistory, type AccessPage } from './access-history.js';
import { type ListedCertificate, listedCertificate } from './listed-certificate.page.js';
import { type StepView, stepsView } from './steps.page.js';

export interface IndexPage {
  readonly certificates: readonly ListedCertificate[];
  readonly count: number;
  readonly pages: Pages;
  readonly filtered: boolean;
  readonly q: string;
  readonly cohort: string;
  readonly verdicts: readonly SelectOption[];
  readonly dues: readonly SelectOption[];
  readonly mayRevoke: boolean;
  readonly mayRenew: boolean;
  readonly mayRule: boolean;
  /** The filter as form fields, for bulk acts on all matches. */
  readonly query: readonly { readonly name: string; readonly value: string }[];
  readonly achievements: readonly SelectOption[];
  readonly years: readonly SelectOption[];
  readonly csvHref: string;
}

export interface ShowPage extends CertificatePageModel {
  readonly id: string;
  readonly hidden: boolean;
  readonly register: AccessPage;
  readonly mayRevoke: boolean;
  readonly mayReplace: boolean;
  readonly mayRenew: boolean;
  /** When its holder requested a renewal that is still undecided. */
  readonly requestedAt: number | null;
}

export interface AlteredPage {
  readonly id: string;
  readonly steps: readonly StepView[];
  readonly checkedAt: number;
}

const index = definePage<IndexPage>('certifications/register/office/index');
const show = definePage<ShowPage>('certifications/register/office/show');
const altered = definePage<AlteredPage>('certifications/register/office/altered');
const SIZE = 50;
const FILTERS: readonly string[] = ['q', 'verdict', 'due', 'year', 'achievement', 'cohort'];
const MOST_IN_FILE = 100_000;

@Controller('office')
@Requires('certificate.manage')
export class OfficeCertificatesController {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly register: AccessHistory,
    private readonly open: OpenCertificates,
    @Inject(WAITING_RENEWAL) private readonly renewal: WaitingRenewal,
  ) {}

  @Get('certificates')
  async list(@CurrentContext() context: RequestContext, @Query() parameters: FilterQuery): Promise<Page> {
    const { query } = this.reads;
    const filter = filterFrom(parameters, this.clock.today());
    const count = await countCertificates(query, filter);
    const pages = pagesOf(context.url, { page: requestedPage(parameters['page']), size: SIZE, count });
    const ids = await idsOfCertificates(query, filter, { limit: SIZE, offset: (pages.page - 1) * SIZE });
    const choices = await certificateChoices(query);
    const { translator } = context;
    const opened = [...(await this.open.execute(ids))];
    return index({
      certificates: opened.map(([id, one]) => listedCertificate(id, one, { today: filter.today, translator })),
      count,
      pages,
      q: filter.q,
      cohort: filter.cohort ?? '',
      filtered: isFiltered(filter),
      mayRevoke: may(context.actor, 'certificate.revoke'),
      mayRenew: may(context.actor, 'certificate.issue'),
      mayRule: may(context.actor, 'renewalRule.manage'),
      query: [...new URLSearchParams(context.url.split('?')[1] ?? '')]
        .filter(([name]) => FILTERS.includes(name))
        .map(([name, value]) => ({ name, value })),
      dues: selectOptions(
        DUES.map((value) => ({ value, label: translator.t(`certificate.due_${value}`) })),
        filter.due,
      ),
      verdicts: selectOptions(
        VERDICTS.map((value) => ({ value, label: translator.t(`certificate.verdict_${value}`) })),
        filter.verdict,
      ),
      achievements: selectOptions(
        choices.achievements.map(({ id, nameZh, nameEn }) => ({
          value: id,
          label: context.language === 'en' ? nameEn : nameZh,
        })),
        filter.achievementId,
      ),
      years: selectOptions(
        choices.years.map((year) => ({ value: String(year), label: String(year) })),
        filter.year === null ? null : String(filter.year),
      ),
      csvHref: `/office/certificates.csv${context.url.includes('?') ? context.url.slice(context.url.indexOf('?')) : ''}`,
    });
  }

  @Get('certificates.csv')
  file(@CurrentContext() context: RequestContext, @Query() parameters: FilterQuery): TableAnswer {
    const filter = filterFrom(parameters, this.clock.today());
    const heads = [
      'number',
      'recipient',
      'latin_name',
      'achievement',
      'cohort',
      'verdict',
      'issued_on',
      'expires_on',
    ].map((name) => context.translator.t(`certificate.${name}`));
    return csvTable({ name: `certificates-${filter.today}`, heads, rows: () => this.rows(filter, context) });
  }

  @Get('certificates/:id')
  async show(@CurrentContext() context: RequestContext, @IdParam() id: string): Promise<Page> {
    const { answer, shown } = found(await this.open.byId(id));
    if (!shown)
      return altered({ id, steps: stepsView(registerChecks(answer), context.translator), checkedAt: this.clock.now() });
    const { certificate, events, hidings } = shown;
    const view = certificateView({
      certificate,
      events,
      hidings,
      today: this.clock.today(),
      translator: context.translator,
      forOffice: true,
    });
    return show({
      ...view,
      id,
      hidden: certificate.hidden,
      register: await this.register.page(id, context, `/office/certificates/${id}`),
      mayRevoke: certificate.state === 'valid' && may(context.actor, 'certificate.revoke'),
      mayRenew:
        certificate.state === 'valid' &&
        certificate.expiresOn !== null &&
        certificate.replacedBy === null &&
        may(context.actor, 'certificate.issue'),
      requestedAt: await this.renewal.requestedAt(id),
      mayReplace:
        certificate.replacedBy === null &&
        certificate.state !== 'superseded' &&
        may(context.actor, 'certificate.issue'),
    });
  }

  private async *rows(
    filter: ReturnType<typeof filterFrom>,
    { translator, language }: RequestContext,
  ): AsyncGenerator<TableRows> {
    const { today } = filter;
    const ids = await idsOfCertificates(this.reads.query, filter, { limit: MOST_IN_FILE });
    for await (const opened of this.open.inParts(ids))
      yield [...opened].map(([id, one]) => {
        const line = listedCertificate(id, one, { today, translator });
        return [
          line.number,
          line.recipientName,
          line.recipientLatinName,
          language === 'en' ? line.achievementEn : line.achievementZh,
          line.cohortCode,
          line.verdictWord,
          line.issuedOn,
          line.expiresOn,
        ];
      });
  }
}
