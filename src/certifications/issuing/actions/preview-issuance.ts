import { Injectable } from '@nestjs/common';
import { AcademyProfile } from '../../../accounts/index.js';
import { fingerprint, PictureAltered, type QueryFunction, type Refusal, refuse } from '../../../platform/index.js';
import { RegisterKey } from '../../binding/index.js';
import { type Layout, levelNames, picturesOf, type PrintedResult } from '../../core/index.js';
import { namesFit, paperFaults, Printing, unprintableNames } from '../../documents/index.js';
import { currentPattern, currentTemplate, type MadeOut, makeOut } from '../../templates/index.js';
import { type CandidateRow, candidatesOf, type OccasionRow } from '../data/candidates.js';
import { printedResultsOf } from '../data/printed-results.js';
import { issuingBlockers, occasionBlockers } from '../domain/issuing.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';

type Reasons = readonly Refusal<IssuingRefusalCode>[];

/** Who in a cohort would get a certificate now, and why others would not. */
export interface IssuancePreview {
  readonly occasion: OccasionRow;
  /** Why nobody can get one; empty: everybody without own blockers can. */
  readonly blockers: Reasons;
  readonly people: readonly (CandidateRow & { readonly reasons: Reasons })[];
  /** Facts of each certificate, without name, number and results. */
  readonly facts: MadeOut | null;
  /** Shape of the numbers (`JN-1T-2026-######-?`); `null`: the template has no pattern that can be read. */
  readonly numbers: string | null;
  /** Results by enrolment, if the template prints them. */
  readonly results: ReadonlyMap<string, readonly PrintedResult[]>;
}

@Injectable()
export class PreviewIssuance {
  constructor(
    private readonly profile: AcademyProfile,
    private readonly printing: Printing,
    private readonly key: RegisterKey,
  ) {}

  /** @param today `YYYY-MM-DD` */
  async execute(query: QueryFunction, occasion: OccasionRow, today: string): Promise<IssuancePreview> {
    const template = await currentTemplate(query, occasion.achievementId);
    const candidates = await candidatesOf(query, this.key.bytes, occasion);
    const people = candidates.people.map((person) => ({
      ...person,
      reasons: reasonsAgainst(person, template.layout),
    }));
    const occasionFacts = {
      achievementId: occasion.achievementId,
      validUntil: occasion.course?.validUntil ?? null,
      today,
    };
    if (occasion.course === null)
      return {
        occasion,
        people,
        facts: null,
        numbers: null,
        results: new Map(),
        blockers: occasionBlockers(occasionFacts),
      };
    const academy = this.profile.current();
    const issuer = { nameZh: academy?.nameZh ?? '', nameEn: academy?.nameEn ?? '' };
    const facts = makeOut({
      template,
      shared: { ...occasion.course, issuer },
      issuedOn: today,
      days: this.printing.days,
    });
    const printed = template.printsResults ? [...candidates.outcomes] : [];
    const results = new Map(printed.map(([id, outcome]) => [id, printedResultsOf(outcome)]));
    const blockers = [
      ...occasionBlockers(occasionFacts),
      ...paperFaults(facts),
      ...(await pictureFaults(query, facts)),
    ];
    const pattern = await currentPattern(query, occasion.achievementId);
    const { year, level } = seriesOf(facts);
    return { occasion, people, facts, numbers: pattern?.shape(year, level) ?? null, results, blockers };
  }
}

/** What a number says of its certificate. */
export function seriesOf({ issuedOn, achievement }: Pick<MadeOut, 'issuedOn' | 'achievement'>): {
  readonly year: number;
  readonly level: string;
} {
  return { year: Number(issuedOn.slice(0, 4)), level: levelNames(achievement.level).digit };
}

/**
 * The fingerprint of what somebody sees before issuing: who gets a certificate, at which address, what it says, and how
 * it is numbered.
 */
export function seenOf({ occasion, people, facts, numbers, results }: IssuancePreview): string {
  const ready = people
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ enrolmentId, name, latinName, email, endedAt }) => [
      enrolmentId,
      name,
      latinName,
      email,
      endedAt,
      results.get(enrolmentId) ?? [],
    ]);
  return fingerprint(JSON.stringify([occasion.achievementId, facts, numbers, ready]));
}

/** Nothing is issued without a picture that the certificates name. */
async function pictureFaults(query: QueryFunction, facts: MadeOut): Promise<Reasons> {
  try {
    await picturesOf(query, facts);
    return [];
  } catch (fault) {
    if (!(fault instanceof PictureAltered)) throw fault;
    return [refuse<IssuingRefusalCode>('pictureAltered')];
  }
}

function reasonsAgainst(person: CandidateRow, layout: Layout): Reasons {
  const unprintable = unprintableNames(person);
  const reasons = issuingBlockers({ ...person, unprintable });
  return unprintable.length === 0 && !namesFit(person, layout)
    ? [...reasons, refuse<IssuingRefusalCode>('nameTooLongForPaper')]
    : reasons;
}
