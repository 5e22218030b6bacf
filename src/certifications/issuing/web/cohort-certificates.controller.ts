import { Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../../cohorts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  found,
  isRefused,
  flash,
  type Page,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
} from '../../../platform/index.js';
import { picturesOf } from '../../core/index.js';
import { Printing, sampleImage, sizeOn } from '../../documents/index.js';
import { madeOutFor } from '../../templates/index.js';
import { BeginIssuance } from '../actions/begin-issuance.js';
import { FinishIssuance } from '../actions/finish-issuance.js';
import { PreviewIssuance } from '../actions/preview-issuance.js';
import { occasionOf } from '../data/candidates.js';
import { issuanceUnderWay } from '../data/issuances.js';

export interface CohortCertificatesPage {
  readonly code: string;
  readonly header: CohortHeader;
  readonly achievement: { readonly nameZh: string; readonly nameEn: string } | null;
  readonly reasons: readonly string[];
  readonly ready: readonly {
    readonly name: string;
    readonly latinName: string | null;
    readonly email: string | null;
  }[];
  readonly readyCount: number;
  readonly mailedCount: number;
  readonly others: readonly {
    readonly name: string;
    readonly why: readonly string[];
    readonly certificate: { readonly id: string; readonly number: string } | null;
  }[];
  readonly sampleUrl: string | null;
  readonly sampleSize: { readonly width: number; readonly height: number };
  readonly expiresOn: string | null;
  /** The issue that is going on. */
  readonly underWay: string | null;
}

const page = definePage<CohortCertificatesPage>('certifications/issuing/cohort/show');
/** A handful is issued while the page is waited for. */
const AT_ONCE = 6;

@Controller('office/cohorts/:code/certificates')
@Requires('certificate.issue')
export class CohortCertificatesController {
  constructor(
    private readonly preview: PreviewIssuance,
    private readonly beginIssuance: BeginIssuance,
    private readonly finishIssuance: FinishIssuance,
    private readonly printing: Printing,
    private readonly clock: Clock,
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return page(await this.model(context, code));
  }

  @Post()
  async record(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page | SeeOther> {
    const begun = await this.beginIssuance.execute(context.actor, code);
    if (isRefused(begun)) return page(await this.model(context, code, begun.reasons), 422);
    const { issuanceId, fresh, count } = begun;
    if (issuanceId !== null && (!fresh || count > AT_ONCE))
      return seeOther(`/office/issuances/${issuanceId}`, fresh ? flash('issuance.begun', { count }) : null);
    const outcome = await this.finishIssuance.execute(context.actor, issuanceId);
    const said =
      outcome.count === 0
        ? flash('certificate.issued_before', {}, 'info')
        : flash('certificate.issued_now', { ...outcome });
    return seeOther(`/office/cohorts/${encodeURIComponent(code.toUpperCase())}/certificates`, said);
  }

  private async model(
    context: RequestContext,
    code: string,
    refusals: readonly Refusal[] = [],
  ): Promise<CohortCertificatesPage> {
    const { query } = this.reads;
    const occasion = found(await occasionOf(query, code));
    const { blockers, people, facts, results } = await this.preview.execute(query, occasion, this.clock.today());
    const textOfRefusal = (reason: Refusal) => context.translator.t(`refusal.${reason.code}`, reason.data);
    const ready = people.filter(({ reasons }) => reasons.length === 0);
    const [first] = ready;
    const sample =
      facts && first
        ? madeOutFor(facts, {
            number: '–',
            name: first.name,
            latinName: first.latinName,
            results: results.get(first.enrolmentId),
          })
        : null;
    const pictures = facts ? await picturesOf(this.reads.query, facts) : undefined;
    return {
      code: occasion.code,
      header: await this.headers.of(context, { code, tab: 'certificates' }),
      achievement: occasion.told?.achievement ?? null,
      reasons: [...new Set([...blockers, ...refusals].map(textOfRefusal))],
      ready: blockers.length > 0 ? [] : ready.map(({ name, latinName, email }) => ({ name, latinName, email })),
      readyCount: blockers.length > 0 ? 0 : ready.length,
      mailedCount: ready.filter(({ email }) => email !== null).length,
      others: people
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ name, reasons, earlier }) => ({
          name,
          why: reasons.map(textOfRefusal),
          certificate: earlier[0] ? { id: earlier[0].id, number: earlier[0].number } : null,
        })),
      sampleUrl: sample && blockers.length === 0 ? sampleImage(sample, this.printing, { pictures }) : null,
      sampleSize: sizeOn(facts ?? {}),
      expiresOn: facts?.expiresOn ?? null,
      underWay: await issuanceUnderWay(this.reads.query, occasion.cohortId),
    };
  }
}
