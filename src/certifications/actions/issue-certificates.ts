import { Injectable } from '@nestjs/common';
import { AcademyProfile, may } from '../../accounts/index.js';
import { Cohort } from '../../cohorts/index.js';
import { type Ask, type Actor, dayOf, instantOf, NotAllowed, NotFound, Reads, type Refusal, refuse, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { type CandidateRow, candidatesOf, type OccasionRow, occasionOf } from '../data/candidates.js';
import { drawNumbers } from '../data/draw-numbers.js';
import { printedResults } from '../data/printed-results.js';
import { storeCertificates } from '../data/store-certificates.js';
import { beginTemplates, currentTemplate } from '../data/templates.js';
import { FIRST_LAYOUT, type Layout, type PrintedResult } from '../domain/facts.js';
import { issuingBlockers, occasionBlockers } from '../domain/issuing.js';
import { levelNames } from '../domain/level-names.js';
import { madeOutFor, type MadeOut, makeOut } from '../domain/make-out.js';
import { isPattern, NumberPattern } from '../domain/number-pattern.js';
import type { CertificationRefusalCode } from '../domain/refusals.js';
import { namesFit, paperFaults, unprintableNames } from '../paper/printable.js';
import { Printing } from '../paper/printing.js';
import { CertificateLetters } from './certificate-letters.js';

type Reasons = readonly Refusal<CertificationRefusalCode>[];

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

export interface Issued {
  readonly count: number;
  readonly mailed: number;
}

@Injectable()
export class IssueCertificates {
  constructor(
    private readonly unitOfWork: UnitOfWork, private readonly reads: Reads, private readonly profile: AcademyProfile,
    private readonly printing: Printing, private readonly letters: CertificateLetters,
  ) {}

  /** @param today `YYYY-MM-DD`; `null` where there is no such cohort */
  async preview(code: string, today: string): Promise<IssuePreview | null> {
    const ask: Ask = (query) => this.reads.all(query);
    const occasion = await occasionOf(ask, code);
    return occasion && this.look(ask, occasion, today);
  }

  /**
   * Certificates for everybody of the cohort who completed and has none, in one unit. Done twice it issues nothing twice:
   * the second time finds them issued and answers a count of 0.
   */
  async forCohort(actor: Actor, code: string): Promise<Issued | Refused<CertificationRefusalCode>> {
    if (!may(actor, 'certificate.issue')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const ask: Ask = (query) => tx.rows(query);
      const known = await occasionOf(ask, code);
      if (!known || !(await tx.lock(Cohort, known.cohortId))) throw new NotFound();
      const preview = await this.look(ask, known, dayOf(tx.now));
      if (preview.blockers.length > 0 || preview.facts === null) return refused(...preview.blockers);
      const ready = preview.people.filter((person) => person.reasons.length === 0);
      if (ready.length === 0) return this.nobody(tx, preview);
      return this.issue(tx, { occasion: known, ready, facts: preview.facts, results: preview.results });
    });
  }

  private async look(ask: Ask, occasion: OccasionRow, today: string): Promise<IssuePreview> {
    const template = await currentTemplate(ask, occasion.achievementId);
    const people = (await candidatesOf(ask, occasion)).map((person) => ({ ...person, reasons: reasonsAgainst(person, template.layout) }));
    const asked = { achievementId: occasion.achievementId, validUntil: occasion.told?.validUntil ?? null, today };
    if (occasion.told === null) return { occasion, people, facts: null, results: new Map(), blockers: occasionBlockers(asked) };
    const academy = this.profile.current();
    const issuer = { nameZh: academy?.nameZh ?? '', nameEn: academy?.nameEn ?? '' };
    const facts = makeOut({ template, told: { ...occasion.told, issuer }, issuedOn: today, days: this.printing.days });
    const results = template.printsResults ? await printedResults(ask, occasion.cohortId, instantOf(today, '23:59')) : new Map<string, readonly PrintedResult[]>();
    return { occasion, people, facts, results, blockers: [...occasionBlockers(asked), ...paperFaults(facts)] };
  }

  private nobody(tx: Transaction, { people }: IssuePreview): Issued | Refused<CertificationRefusalCode> {
    const allHold = people.length > 0 && people.some((person) => person.reasons.some(({ code }) => code === 'certificateAlreadyIssued'));
    if (!allHold) return refused<CertificationRefusalCode>(refuse('nobodyToCertify'));
    tx.withoutAudit('everybody who completed holds a certificate already: nothing changes');
    return { count: 0, mailed: 0 };
  }

  private async issue(tx: Transaction, { occasion, ready, facts, results }: Pick<IssuePreview, 'occasion' | 'results'> & { ready: readonly CandidateRow[]; facts: MadeOut }): Promise<Issued | Refused<CertificationRefusalCode>> {
    const numbers = await newNumbers(tx, { ...numbering(facts, occasion.achievementId), count: ready.length });
    if (numbers === null) return refused<CertificationRefusalCode>(refuse('numbersExhausted'));
    const written = ready.map((person, at) => ({ person, facts: madeOutFor(facts, { number: numbers[at] ?? '', name: person.name, latinName: person.latinName, results: results.get(person.enrolmentId) }) }));
    const stored = await storeCertificates(tx, written.map(({ person, facts: own }) => ({
      facts: own, enrolmentId: person.enrolmentId, traineeId: person.traineeId, achievementId: occasion.achievementId ?? '', supersedesId: null,
    })));
    let mailed = 0;
    for (const [at, { person, facts: own }] of written.entries()) {
      if (await this.letters.sendTo(tx, 'issued', { person, token: stored[at]?.token ?? '', facts: own })) mailed += 1;
    }
    await tx.audit('certificates.issued', { type: 'cohort', id: occasion.cohortId, label: occasion.code }, { count: ready.length, numbers });
    return { count: ready.length, mailed };
  }
}

function reasonsAgainst(person: CandidateRow, layout: Layout = FIRST_LAYOUT): Reasons {
  const unprintable = unprintableNames(person);
  const reasons = issuingBlockers({ ...person, unprintable });
  return unprintable.length === 0 && !namesFit(person, layout) ? [...reasons, refuse<CertificationRefusalCode>('nameTooLongForPaper')] : reasons;
}

export interface NumbersAsked {
  readonly year: number;
  readonly count: number;
  /** Whose template numbers them; the usual one's where none is named. */
  readonly achievementId?: string | null;
  /** The level's digit, for patterns that print it. */
  readonly level?: string;
}

/** What numbering asks of a certificate's facts. */
export function numbering({ issuedOn, achievement }: Pick<MadeOut, 'issuedOn' | 'achievement'>, achievementId: string | null): Omit<NumbersAsked, 'count'> {
  return { year: Number(issuedOn.slice(0, 4)), achievementId, level: levelNames(achievement.level).digit };
}

/** Draws numbers by the pattern in use, beginning the academy's first template where there is none yet. */
export async function newNumbers(tx: Transaction, { achievementId = null, ...asked }: NumbersAsked): Promise<string[] | null> {
  const ask: Ask = (query) => tx.rows(query);
  await beginTemplates(tx);
  const { numberPattern, numberPrefix } = await currentTemplate(ask, achievementId);
  const pattern = NumberPattern.read(numberPattern, numberPrefix);
  return isPattern(pattern) ? drawNumbers(tx, pattern, asked) : null;
}
