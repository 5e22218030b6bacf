import { Inject, Injectable } from '@nestjs/common';
import { newId, refused, type Refused, type Transaction } from '../../platform/index.js';
import { enrolFactsOfEach } from '../data/enrol-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { freeSeats } from '../data/seats.js';
import { nextTicket, waitlistLength } from '../data/waitlist.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { mayEnrol } from '../domain/enrolment-rules.js';
import type { EnrolmentRefusalCode } from '../domain/refusals.js';
import { seatsForNewcomers } from '../domain/seats-for-newcomers.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import type { Entry } from './lock-entry.js';
import { recordEvents } from './change-state.js';

export interface NewEnrolment {
  readonly id: string;
  readonly state: 'confirmed' | 'waitlisted';
  /** Position on the waitlist, from 1; `null` with a seat. */
  readonly position: number | null;
}

interface NewEnrolmentRow extends NewEnrolment {
  readonly traineeId: string;
  readonly seatNumber: number | null;
  readonly ticket: number;
}

export type EnrolOutcome = NewEnrolment | Refused<EnrolmentRefusalCode>;

@Injectable()
export class EnterCohort {
  constructor(
    private readonly emails: EnrolmentEmails,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  /**
   * The only way into a cohort, for trainees and staff: one outcome each, in the entry's order. A refusal does not
   * affect the others. The caller has locked the trainees and the cohort.
   */
  async execute(tx: Transaction, entry: Entry): Promise<EnrolOutcome[]> {
    const { cohort, traineeIds, source, leavingCohortId } = entry;
    const factsOf = await enrolFactsOfEach(tx.query, this.prerequisites, {
      cohort,
      traineeIds,
      byStaff: source !== 'self',
      now: tx.now,
      leavingCohortId: leavingCohortId ?? null,
    });
    let waiting = await waitlistLength(tx.query, cohort.id);
    let ticket = await nextTicket(tx.query, cohort.id);
    const free = await freeSeats(tx.query, cohort.id, traineeIds.length);
    const seats = free.slice(0, seatsForNewcomers({ free: free.length, waiting }));
    const entered: NewEnrolmentRow[] = [];
    const outcomes = traineeIds.map((traineeId): EnrolOutcome => {
      const reasons = mayEnrol(factsOf(traineeId));
      if (reasons.length > 0) return refused(...reasons);
      const seatNumber = seats.shift() ?? null;
      if (seatNumber === null) waiting += 1;
      const [state, position] =
        seatNumber === null ? (['waitlisted', waiting] as const) : (['confirmed', null] as const);
      const seat: NewEnrolmentRow = { id: newId(), traineeId, state, seatNumber, position, ticket };
      ticket += 1;
      entered.push(seat);
      return { id: seat.id, state, position };
    });
    await this.write(tx, entry, entered);
    return outcomes;
  }

  private async write(tx: Transaction, { cohort, source }: Entry, entered: readonly NewEnrolmentRow[]): Promise<void> {
    await tx.insertEach(
      Enrolment,
      entered.map(({ position: _, ...seat }) => ({
        ...seat,
        cohortId: cohort.id,
        offerExpiresAt: null,
        source,
        madeAt: tx.now,
        confirmedAt: seat.seatNumber === null ? null : tx.now,
        endedAt: null,
      })),
    );
    await recordEvents(
      tx,
      entered.map(({ id, state }) => ({ enrolmentId: id, kind: state, detail: { source } })),
    );
    await tx.auditEach(
      entered.map(({ id, traineeId, state, seatNumber, position }) => ({
        act: `enrolment.${state}`,
        subject: { type: 'enrolment', id, label: cohort.code },
        detail: { traineeId, source, seatNumber, position },
      })),
    );
    await this.emails.sendEach(
      tx,
      entered.map(({ id, state, position }) => ({
        kind: state,
        enrolmentId: id,
        values: { position: position ?? 0 },
      })),
    );
  }
}
