import { Injectable } from '@nestjs/common';
import { type CohortHeader, CohortHeaders } from '../../../cohorts/index.js';
import {
  Clock,
  dayOf,
  definePage,
  found,
  type Page,
  ReadDatabase,
  type Refusal,
  type RequestContext,
  refusalText,
} from '../../../platform/index.js';
import { picturesOf, type PrintedResult } from '../../core/index.js';
import { Printing, sampleImage, sizeOn } from '../../documents/index.js';
import { type MadeOut, madeOutFor } from '../../templates/index.js';
import { PreviewIssuance, seenOf } from '../actions/preview-issuance.js';
import { type CandidateRow, occasionOf } from '../data/candidates.js';
import { issuanceUnderWay } from '../data/issuances.js';

export interface CohortCertificatesPage {
  readonly code: string;
  readonly header: CohortHeader;
  /** What each certificate will say; `null`: the course leads to none. */
  readonly facts: MadeOut | null;
  readonly level: string | null;
  readonly reasons: readonly string[];
  readonly ready: readonly {
    readonly name: string;
    readonly latinName: string | null;
    readonly email: string | null;
    readonly completedOn: string | null;
    /** As printed; empty if the template prints none. */
    readonly results: readonly PrintedResult[];
  }[];
  readonly printsResults: boolean;
  readonly readyCount: number;
  readonly mailedCount: number;
  /** Tells this preview from what it may have become when somebody issues. */
  readonly seen: string;
  readonly others: readonly {
    readonly name: string;
    readonly why: readonly string[];
    readonly certificate: { readonly id: string; readonly number: string } | null;
  }[];
  readonly sampleUrl: string | null;
  readonly sampleSize: { readonly width: number; readonly height: number };
  /** Shape of the numbers; `null`: nothing can be issued. */
  readonly numbers: string | null;
  /** The issue under way. */
  readonly underWay: string | null;
}

const page = definePage<CohortCertificatesPage>('certifications/issuing/cohort/show');

/** The certificate page of a cohort: who gets one, who does not and why, and a sample. */
@Injectable()
export class CohortCertificatesPages {
  constructor(
    private readonly preview: PreviewIssuance,
    private readonly printing: Printing,
    private readonly clock: Clock,
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
  ) {}

  /** With refusals: the response to a refused issue. */
  async show(context: RequestContext, code: string, refusals: readonly Refusal[] = []): Promise<Page> {
    return page(await this.model(context, code, refusals));
  }

  private async model(
    context: RequestContext,
    code: string,
    refusals: readonly Refusal[],
  ): Promise<CohortCertificatesPage> {
    const { query } = this.reads;
    const occasion = found(await occasionOf(query, code));
    const preview = await this.preview.execute(query, occasion, this.clock.today());
    const { blockers, people, facts, results } = preview;
    const textOfRefusal = (reason: Refusal) => refusalText(context.translator, reason);
    const ready = people.filter(({ reasons }) => reasons.length === 0);
    const [first] = ready;
    const sample =
      facts && first && blockers.length === 0
        ? madeOutFor(facts, {
            number: '–',
            name: first.name,
            latinName: first.latinName,
            results: results.get(first.enrolmentId),
          })
        : null;
    return {
      code: occasion.code,
      header: await this.headers.of(context, { code, tab: 'certificates' }),
      facts,
      level: facts?.achievement.level ? context.translator.t(`certificate.level_${facts.achievement.level}`) : null,
      reasons: [...new Set([...blockers, ...refusals].map(textOfRefusal))],
      ready: blockers.length > 0 ? [] : ready.map((person) => readyLine(person, results.get(person.enrolmentId))),
      printsResults: results.size > 0,
      readyCount: blockers.length > 0 ? 0 : ready.length,
      seen: seenOf(preview),
      mailedCount: ready.filter(({ email }) => email !== null).length,
      others: people
        .filter(({ reasons }) => reasons.length > 0)
        .map(({ name, reasons, earlier }) => ({
          name,
          why: reasons.map(textOfRefusal),
          certificate: earlier[0] ? { id: earlier[0].id, number: earlier[0].number } : null,
        })),
      sampleUrl: sample && sampleImage(sample, this.printing, { pictures: await picturesOf(query, sample) }),
      sampleSize: sizeOn(facts ?? {}),
      numbers: preview.numbers,
      underWay: await issuanceUnderWay(this.reads.query, occasion.cohortId),
    };
  }
}

function readyLine(
  { name, latinName, email, endedAt }: CandidateRow,
  results: readonly PrintedResult[] = [],
): CohortCertificatesPage['ready'][number] {
  return { name, latinName, email, completedOn: endedAt === null ? null : dayOf(endedAt), results };
}
