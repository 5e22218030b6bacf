import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { CancelledCohort, CohortReference, RestorationPart, SeatPlan } from '../../cohorts/index.js';
import { type Refusal, type Transaction } from '../../platform/index.js';
import { lockCohort } from '../data/cohort-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { Seat } from '../data/seat.entity.js';
import { countSeats, lowestFreeSeat } from '../data/seats.js';
import { capacityCoversTakenSeats } from '../domain/enrolment-rules.js';
import { LIVE } from '../domain/states.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { endEach, recordEvent } from './change-state.js';
import { RestoreEnrolments } from './restore-enrolments.js';
import { OfferSeats } from './offer-seats.js';

/** Seats and enrolments of a cohort that is published, resized, cancelled or restored. The caller locks the cohort. */
@Injectable()
export class CohortSeats implements SeatPlan {
  constructor(
    private readonly offerSeats: OfferSeats,
    private readonly emails: EnrolmentEmails,
    private readonly restoreEnrolments: RestoreEnrolments,
  ) {}

  async open(tx: Transaction, cohortId: string, capacity: number): Promise<void> {
    await this.addSeats(tx, cohortId, { after: 0, until: capacity });
  }

  /**
   * Adds or removes seats. Refuses a capacity below the number of seats taken; a person whose seat is removed gets a
   * lower one.
   */
  async resize(tx: Transaction, { id, code }: CohortReference, capacity: number): Promise<Refusal[]> {
    const seatCount = await countSeats(tx.query, id);
    const taken = await tx
      .of(Enrolment)
      .find({ where: { cohortId: id, seatNumber: Not(IsNull()) }, order: { seatNumber: 'ASC' } });
    const refused = capacityCoversTakenSeats({ code, capacity, taken: taken.length });
    if (refused) return [refused];
    await this.addSeats(tx, id, { after: seatCount, until: capacity });
    for (const enrolment of taken.filter(({ seatNumber }) => (seatNumber ?? 0) > capacity))
      await this.moveToLowerSeat(tx, enrolment);
    await tx.of(Seat).delete({ cohortId: id, number: MoreThan(capacity) });
    const cohort = capacity > seatCount ? await lockCohort(tx, id) : null;
    if (cohort) await this.offerSeats.execute(tx, cohort);
    return [];
  }

  /**
   * Ends every live enrolment of a cancelled cohort and emails each person.
   * @returns How many were ended.
   */
  async cancelAll(tx: Transaction, { id, code }: CohortReference, reason: string): Promise<number> {
    const live = await tx.of(Enrolment).findBy({ cohortId: id, state: In(LIVE) });
    await endEach(tx, live, {
      to: 'withdrawn',
      detail: ({ state, seatNumber }) => ({ cancelled: code, reason, from: state, seatNumber }),
    });
    await this.emails.sendEach(
      tx,
      live.map((enrolment) => ({ kind: 'cancelled', enrolmentId: enrolment.id, values: { reason } })),
    );
    return live.length;
  }

  restoreAll(tx: Transaction, cohort: CancelledCohort): Promise<RestorationPart> {
    return this.restoreEnrolments.execute(tx, cohort);
  }

  private async addSeats(
    tx: Transaction,
    cohortId: string,
    { after, until }: { after: number; until: number },
  ): Promise<void> {
    const numbers = Array.from({ length: Math.max(0, until - after) }, (_, index) => after + index + 1);
    if (numbers.length > 0) await tx.of(Seat).insert(numbers.map((number) => ({ cohortId, number })));
  }

  private async moveToLowerSeat(tx: Transaction, enrolment: Enrolment): Promise<void> {
    const seatNumber = await lowestFreeSeat(tx.query, enrolment.cohortId);
    await tx.of(Enrolment).update({ id: enrolment.id }, { seatNumber });
    await recordEvent(tx, {
      enrolmentId: enrolment.id,
      kind: 'seatMoved',
      detail: { from: enrolment.seatNumber, to: seatNumber },
    });
  }
}
