import { Injectable } from '@nestjs/common';
import { AcademyProfile, may } from '../../accounts/index.js';
import { Cohort } from '../../cohorts/index.js';
import { type Ask, type Actor, dayOf, NotAllowed, NotFound, Reads, type Refusal, refuse, refused, type Refused, type Transaction, UnitOfWork } from '../../platform/index.js';
import { type CandidateRow, candidatesOf, type OccasionRow, occasionOf } from '../data/candidates.js';
import { drawNumbers } from '../data/draw-numbers.js';
import { storeCertificates } from '../data/store-certificates.js';
import { beginTemplates, currentTemplate } from '../data/templates.js';
import type { CertificateFacts } from '../domain/facts.js';
import { issuingBlockers, occasionBlockers } from '../domain/issuing.js';
import { makeOut } from '../domain/make-out.js';
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
  /** What each certificate would say, without name and number. */
  readonly facts: Omit<CertificateFacts, 'number' | 'recipient'> | null;
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
      return this.issue(tx, { occasion: known, ready, facts: preview.facts });
    });
  }

  private async look(ask: Ask, occasion: OccasionRow, today: string): Promise<IssuePreview> {
    const people = (await candidatesOf(ask, occasion)).map((person) => ({ ...person, reasons: reasonsAgainst(person) }));
    if (occasion.told === null) return { occasion, people, facts: null, blockers: occasionBlockers(occasion) };
    const academy = this.profile.current();
    const issuer = { nameZh: academy?.nameZh ?? '', nameEn: academy?.nameEn ?? '' };
    const facts = makeOut({ template: await currentTemplate(ask), told: { ...occasion.told, issuer }, issuedOn: today, days: this.printing.days });
    return { occasion, people, facts, blockers: [...occasionBlockers(occasion), ...paperFaults(facts)] };
  }

  private nobody(tx: Transaction, { people }: IssuePreview): Issued | Refused<CertificationRefusalCode> {
    const allHold = people.length > 0 && people.some((person) => person.reasons.some(({ code }) => code === 'certificateAlreadyIssued'));
    if (!allHold) return refused<CertificationRefusalCode>(refuse('nobodyToCertify'));
    tx.withoutAudit('everybody who completed holds a certificate already: nothing changes');
    return { count: 0, mailed: 0 };
  }

  private async issue(tx: Transaction, { occasion, ready, facts }: { occasion: OccasionRow; ready: readonly CandidateRow[]; facts: NonNullable<IssuePreview['facts']> }): Promise<Issued | Refused<CertificationRefusalCode>> {
    const numbers = await newNumbers(tx, { year: Number(facts.issuedOn.slice(0, 4)), count: ready.length });
    if (numbers === null) return refused<CertificationRefusalCode>(refuse('numbersExhausted'));
    const written = ready.map((person, at) => ({ person, facts: { ...facts, number: numbers[at] ?? '', recipient: { name: person.name, latinName: person.latinName } } }));
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

function reasonsAgainst(person: CandidateRow): Reasons {
  const unprintable = unprintableNames(person);
  const reasons = issuingBlockers({ ...person, unprintable });
  return unprintable.length === 0 && !namesFit(person) ? [...reasons, refuse<CertificationRefusalCode>('nameTooLongForPaper')] : reasons;
}

/** Draws numbers by the pattern in use, beginning the academy's first template where there is none yet. */
export async function newNumbers(tx: Transaction, asked: { readonly year: number; readonly count: number }): Promise<string[] | null> {
  const ask: Ask = (query) => tx.rows(query);
  await beginTemplates(tx);
  const { numberPattern, numberPrefix } = await currentTemplate(ask);
  const pattern = NumberPattern.read(numberPattern, numberPrefix);
  return isPattern(pattern) ? drawNumbers(tx, pattern, asked) : null;
}
