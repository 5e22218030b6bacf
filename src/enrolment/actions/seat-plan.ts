import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { CameBack, CohortComingBack, SeatPlan } from '../../cohorts/index.js';
import { type Refusal, refuse, type Transaction } from '../../platform/index.js';
import { lockCohort } from '../data/cohort-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { Seat } from '../data/seat.entity.js';
import { countSeats, lowestFreeSeat } from '../data/seats.js';
import { LIVE } from '../domain/states.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { move, remember } from './moves.js';
import { RestoreEnrolments } from './restore-enrolments.js';
import { OfferSeats } from './offer-seats.js';

interface CohortNamed {
  readonly id: string;
  readonly code: string;
}

/**
 * What a cohort asks of its seats when it is published, resized or cancelled. The cohort's row is locked by the caller.
 */
@Injectable()
export class CohortSeats implements SeatPlan {
  constructor(
    private readonly offerSeats: OfferSeats,
    private readonly emails: EnrolmentEmails,
    private readonly restoreEnrolments: RestoreEnrolments,
  ) {}

  async open(tx: Transaction, cohortId: string, capacity: number): Promise<void> {
    await this.add(tx, cohortId, { after: 0, until: capacity });
  }

  /**
   * Adds or takes away seats. Refuses to go below the number taken;
   * a person on a seat that goes away moves to a lower one.
   */
  async resize(tx: Transaction, { id, code }: CohortNamed, capacity: number): Promise<Refusal[]> {
    const have = await countSeats(tx.query, id);
    const taken = await tx
      .of(Enrolment)
      .find({ where: { cohortId: id, seatNumber: Not(IsNull()) }, order: { seatNumber: 'ASC' } });
    if (capacity < taken.length)
      return [refuse('capacityBelowTaken', { cohort: code, taken: taken.length, capacity }, 'capacity')];
    await this.add(tx, id, { after: have, until: capacity });
    for (const enrolment of taken.filter(({ seatNumber }) => (seatNumber ?? 0) > capacity))
      await this.moveDown(tx, enrolment);
    await tx.of(Seat).delete({ cohortId: id, number: MoreThan(capacity) });
    const cohort = capacity > have ? await lockCohort(tx, id) : null;
    if (cohort) await this.offerSeats.execute(tx, cohort);
    return [];
  }

  /** Ends every live enrolment of a cancelled cohort and writes to each person. Answers how many. */
  async cancelAll(tx: Transaction, { id, code }: CohortNamed, reason: string): Promise<number> {
    const live = await tx.of(Enrolment).findBy({ cohortId: id, state: In(LIVE) });
    for (const enrolment of live) {
      await move(tx, enrolment, {
        to: 'withdrawn',
        detail: { cancelled: code, reason, from: enrolment.state, seatNumber: enrolment.seatNumber },
      });
      await this.emails.send(tx, { kind: 'cancelled', enrolmentId: enrolment.id, values: { reason } });
    }
    return live.length;
  }

  restoreAll(tx: Transaction, cohort: CohortComingBack): Promise<CameBack> {
    return this.restoreEnrolments.execute(tx, cohort);
  }

  private async add(
    tx: Transaction,
    cohortId: string,
    { after, until }: { after: number; until: number },
  ): Promise<void> {
    const numbers = Array.from({ length: Math.max(0, until - after) }, (_, index) => after + index + 1);
    if (numbers.length > 0) await tx.of(Seat).insert(numbers.map((number) => ({ cohortId, number })));
  }

  private async moveDown(tx: Transaction, enrolment: Enrolment): Promise<void> {
    const seatNumber = await lowestFreeSeat(tx.query, enrolment.cohortId);
    await tx.of(Enrolment).update({ id: enrolment.id }, { seatNumber });
    await remember(tx, {
      enrolmentId: enrolment.id,
      kind: 'seatMoved',
      detail: { from: enrolment.seatNumber, to: seatNumber },
    });
  }
}
