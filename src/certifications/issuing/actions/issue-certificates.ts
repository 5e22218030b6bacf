import { Injectable } from '@nestjs/common';
import { AcademyProfile, may } from '../../../accounts/index.js';
import { Cohort } from '../../../cohorts/index.js';
import {
  type QueryFunction,
  type Actor,
  dayOf,
  instantOf,
  isRefused,
  Jobs,
  NotAllowed,
  NotFound,
  ReadDatabase,
  type Refusal,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import type { Layout, PrintedResult } from '../../core/index.js';
import { namesFit, paperFaults, Printing, unprintableNames } from '../../documents/index.js';
import { currentTemplate, type MadeOut, makeOut } from '../../templates/index.js';
import { type CandidateRow, candidatesOf, type OccasionRow, occasionOf } from '../data/candidates.js';
import { issuanceUnderWay, issuedBy } from '../data/issuances.js';
import { printedResults } from '../data/printed-results.js';
import { issuingBlockers, occasionBlockers } from '../domain/issuing.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { IssuanceSteps } from './issuance-steps.js';
import { planIssuance } from './plan-issuance.js';

export { newNumbers } from './plan-issuance.js';

type Reasons = readonly Refusal<IssuingRefusalCode>[];

/** Who of a cohort would get a certificate now, and who would not and why. */
export interface IssuePreview {
  readonly occasion: OccasionRow;
  /** Why nobody can get one; empty: those without reasons of their own may. */
  readonly blockers: Reasons;
  readonly people: readonly (CandidateRow & { readonly reasons: Reasons })[];
  /** What each certificate would say, without name, number and results. */
  readonly facts: MadeOut | null;
  /** What each person reached, by enrolment, where the template prints it. */
  readonly results: ReadonlyMap<string, readonly PrintedResult[]>;
}

export interface Begun {
  readonly issuanceId: string | null;
  /** Whether this call began it. */
  readonly fresh: boolean;
  readonly count: number;
}

export interface Issued {
  readonly count: number;
  readonly mailed: number;
}

@Injectable()
export class IssueCertificates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly profile: AcademyProfile,
    private readonly printing: Printing,
    private readonly jobs: Jobs,
    private readonly steps: IssuanceSteps,
    private readonly binding: RegisterBinding,
  ) {}

  /** @param today `YYYY-MM-DD`; `null` where there is no such cohort */
  async preview(code: string, today: string): Promise<IssuePreview | null> {
    const { query } = this.reads;
    const occasion = await occasionOf(query, code);
    return occasion && this.look(query, occasion, today);
  }

  /**
   * Begins an issue to everybody of the cohort who completed and has none: numbers are reserved, a job does the rest.
   * Where all hold theirs, or get them just now, nothing is begun: `issuanceId` is the issue under way, or `null`.
   */
  async begin(actor: Actor, code: string): Promise<Begun | Refused<IssuingRefusalCode>> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { query } = tx;
      const known = await occasionOf(query, code);
      if (!known || !(await tx.lock(Cohort, known.cohortId))) throw new NotFound();
      const preview = await this.look(query, known, dayOf(tx.now));
      if (preview.blockers.length > 0 || preview.facts === null) return refused(...preview.blockers);
      const ready = preview.people.filter((person) => person.reasons.length === 0);
      if (ready.length === 0) return this.nobody(tx, preview);
      const issuanceId = await planIssuance(tx, this.jobs, {
        occasion: known,
        ready,
        facts: preview.facts,
        results: preview.results,
        binding: this.binding,
      });
      return issuanceId === null
        ? refused<IssuingRefusalCode>(refuse('numbersExhausted'))
        : { issuanceId, fresh: true, count: ready.length };
    });
  }

  /**
   * Begins and ends at once, for small groups.
   * Done twice it issues nothing twice: the second time answers a count of 0.
   * `later` leaves the documents to the worker that runs beside.
   */
  async forCohort(
    actor: Actor,
    code: string,
    documents: 'now' | 'later' = 'now',
  ): Promise<Issued | Refused<IssuingRefusalCode>> {
    const begun = await this.begin(actor, code);
    if (isRefused(begun)) return begun;
    const issued = await this.finish(actor, begun.issuanceId, documents);
    return begun.fresh ? issued : { count: 0, mailed: 0 };
  }

  /** Every step that is left of an issue; answers what it came to. */
  async finish(actor: Actor, issuanceId: string | null, documents: 'now' | 'later' = 'now'): Promise<Issued> {
    if (issuanceId === null) return { count: 0, mailed: 0 };
    await this.steps.finish(actor, issuanceId, documents);
    return issuedBy(this.reads.query, issuanceId);
  }

  private async look(query: QueryFunction, occasion: OccasionRow, today: string): Promise<IssuePreview> {
    const template = await currentTemplate(query, occasion.achievementId);
    const people = (await candidatesOf(query, occasion)).map((person) => ({
      ...person,
      reasons: reasonsAgainst(person, template.layout),
    }));
    const asked = { achievementId: occasion.achievementId, validUntil: occasion.told?.validUntil ?? null, today };
    if (occasion.told === null)
      return { occasion, people, facts: null, results: new Map(), blockers: occasionBlockers(asked) };
    const academy = this.profile.current();
    const issuer = { nameZh: academy?.nameZh ?? '', nameEn: academy?.nameEn ?? '' };
    const facts = makeOut({ template, told: { ...occasion.told, issuer }, issuedOn: today, days: this.printing.days });
    const results = template.printsResults
      ? await printedResults(query, occasion.cohortId, instantOf(today, '23:59'))
      : new Map<string, readonly PrintedResult[]>();
    return { occasion, people, facts, results, blockers: [...occasionBlockers(asked), ...paperFaults(facts)] };
  }

  private async nobody(
    tx: Transaction,
    { people, occasion }: IssuePreview,
  ): Promise<Begun | Refused<IssuingRefusalCode>> {
    const served = people.some((person) =>
      person.reasons.some(({ code }) => code === 'certificateAlreadyIssued' || code === 'certificateUnderWay'),
    );
    if (!served) return refused<IssuingRefusalCode>(refuse('nobodyToCertify'));
    tx.withoutAudit('everybody who completed holds a certificate or gets it just now: nothing changes');
    return { issuanceId: await issuanceUnderWay(tx.query, occasion.cohortId), fresh: false, count: 0 };
  }
}

function reasonsAgainst(person: CandidateRow, layout: Layout): Reasons {
  const unprintable = unprintableNames(person);
  const reasons = issuingBlockers({ ...person, unprintable });
  return unprintable.length === 0 && !namesFit(person, layout)
    ? [...reasons, refuse<IssuingRefusalCode>('nameTooLongForPaper')]
    : reasons;
}
