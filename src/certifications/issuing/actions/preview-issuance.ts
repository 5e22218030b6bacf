import { Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { fingerprint, type QueryFunction, instantOf, type Refusal, refuse } from '../../../platform/index.js';
import type { Layout, PrintedResult } from '../../core/index.js';
import { namesFit, paperFaults, Printing, unprintableNames } from '../../documents/index.js';
import { currentTemplate, type MadeOut, makeOut } from '../../templates/index.js';
import { type CandidateRow, candidatesOf, type OccasionRow } from '../data/candidates.js';
import { printedResults } from '../data/printed-results.js';
import { issuingBlockers, occasionBlockers } from '../domain/issuing.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';

type Reasons = readonly Refusal<IssuingRefusalCode>[];

/** Who of a cohort would get a certificate now, and who would not and why. */
export interface IssuancePreview {
  readonly occasion: OccasionRow;
  /** Why nobody can get one; empty: those without reasons of their own may. */
  readonly blockers: Reasons;
  readonly people: readonly (CandidateRow & { readonly reasons: Reasons })[];
  /** What each certificate would say, without name, number and results. */
  readonly facts: MadeOut | null;
  /** What each person reached, by enrolment, where the template prints it. */
  readonly results: ReadonlyMap<string, readonly PrintedResult[]>;
}

@Injectable()
export class PreviewIssuance {
  constructor(
    private readonly profile: AcademyProfile,
    private readonly printing: Printing,
  ) {}

  /** @param today `YYYY-MM-DD` */
  async execute(query: QueryFunction, occasion: OccasionRow, today: string): Promise<IssuancePreview> {
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
}

/** The fingerprint of what somebody sees before issuing: who gets a certificate, at which address, and what it says. */
export function seenOf({ people, facts, results }: IssuancePreview): string {
  const ready = people
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ enrolmentId, name, latinName, email }) => [
      enrolmentId,
      name,
      latinName,
      email,
      results.get(enrolmentId) ?? [],
    ]);
  return fingerprint(JSON.stringify([facts, ready]));
}

function reasonsAgainst(person: CandidateRow, layout: Layout): Reasons {
  const unprintable = unprintableNames(person);
  const reasons = issuingBlockers({ ...person, unprintable });
  return unprintable.length === 0 && !namesFit(person, layout)
    ? [...reasons, refuse<IssuingRefusalCode>('nameTooLongForPaper')]
    : reasons;
}
