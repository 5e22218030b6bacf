import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock, ReadDatabase, RunningTurn, SYSTEM, type TaskTurn, UnitOfWork } from '../../platform/index.js';
import { lockCohort } from '../data/cohort-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { cohortsWithLapsedOffers } from '../data/waitlist.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { changeState } from './change-state.js';
import { OfferSeats } from './offer-seats.js';

/** Ends offers that were not accepted in time, and offers the seats to the next trainees on the waitlist. */
@Injectable()
export class LapseOffers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly offerSeats: OfferSeats,
    private readonly emails: EnrolmentEmails,
  ) {}

  async execute(turn: TaskTurn = new RunningTurn()): Promise<void> {
    for (const id of await this.cohortsDue()) if (turn.stillHolds()) await this.lapseInCohort(id);
  }

  async isDue(): Promise<boolean> {
    return (await this.cohortsDue()).length > 0;
  }

  private cohortsDue(): Promise<string[]> {
    return cohortsWithLapsedOffers(this.reads.query, this.clock.now());
  }

  private async lapseInCohort(cohortId: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('each lapsed offer has its own entry');
      const cohort = await lockCohort(tx, cohortId);
      if (!cohort) return;
      const expired = await tx.of(Enrolment).find({
        where: { cohortId, state: 'offered', offerExpiresAt: LessThanOrEqual(tx.now) },
        order: { ticket: 'ASC' },
      });
      for (const enrolment of expired) {
        await changeState(tx, enrolment, { to: 'lapsed', detail: { expiredAt: enrolment.offerExpiresAt } });
        await tx.audit(
          'enrolment.lapsed',
          { type: 'enrolment', id: enrolment.id, label: cohort.code },
          { seatNumber: enrolment.seatNumber },
        );
        await this.emails.send(tx, { kind: 'lapsed', enrolmentId: enrolment.id });
      }
      await this.offerSeats.execute(tx, cohort);
    });
  }
}
