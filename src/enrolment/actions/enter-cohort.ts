import { Inject, Injectable } from '@nestjs/common';
import { newId, refused, type Refused, type Transaction } from '../../platform/index.js';
import { enrolFacts } from '../data/enrol-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { lowestFreeSeat } from '../data/seats.js';
import { nextTicket, waitlistLength } from '../data/waitlist.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { type EnrolmentRefusalCode, mayEnrol } from '../domain/enrolment-rules.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import type { Entry } from './lock-entry.js';
import { recordEvent } from './change-state.js';

export interface NewEnrolment {
  readonly id: string;
  readonly state: 'confirmed' | 'waitlisted';
  /** Position on the waitlist, from 1; `null` with a seat. */
  readonly position: number | null;
}

export type EnrolOutcome = NewEnrolment | Refused<EnrolmentRefusalCode>;

@Injectable()
export class EnterCohort {
  constructor(
    private readonly emails: EnrolmentEmails,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  /** The only way into a cohort, for trainees and staff. The caller has locked the trainee and the cohort. */
  async execute(tx: Transaction, { cohort, traineeId, source, leavingCohortId }: Entry): Promise<EnrolOutcome> {
    const facts = await enrolFacts(tx.query, this.prerequisites, {
      cohort,
      traineeId,
      byStaff: source !== 'self',
      now: tx.now,
      leavingCohortId: leavingCohortId ?? null,
    });
    const reasons = mayEnrol(facts);
    if (reasons.length > 0) return refused(...reasons);
    const waiting = await waitlistLength(tx.query, cohort.id);
    const seatNumber = waiting === 0 ? await lowestFreeSeat(tx.query, cohort.id) : null;
    const state = seatNumber === null ? 'waitlisted' : 'confirmed';
    const position = seatNumber === null ? waiting + 1 : null;
    const id = newId();
    await tx.of(Enrolment).insert({
      id,
      cohortId: cohort.id,
      traineeId,
      state,
      seatNumber,
      ticket: await nextTicket(tx.query, cohort.id),
      offerExpiresAt: null,
      source,
      madeAt: tx.now,
      confirmedAt: seatNumber === null ? null : tx.now,
      endedAt: null,
    });
    await recordEvent(tx, { enrolmentId: id, kind: state, detail: { source } });
    await tx.audit(
      `enrolment.${state}`,
      { type: 'enrolment', id, label: cohort.code },
      { traineeId, source, seatNumber, place: position },
    );
    await this.emails.send(tx, { kind: state, enrolmentId: id, values: { position: position ?? 0 } });
    return { id, state, position };
  }
}
