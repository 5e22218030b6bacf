import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock, ReadDatabase, RunningTurn, SYSTEM, type TaskTurn, UnitOfWork } from '../../platform/index.js';
import { lockCohort } from '../data/cohort-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { cohortsWithLapsedOffers } from '../data/waitlist.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { move } from './moves.js';
import { OfferSeats } from './offer-seats.js';

/** An offer nobody took in time goes to the next in line. */
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
    for (const id of await this.cohortsDue()) if (turn.stillHolds()) await this.inCohort(id);
  }

  async isDue(): Promise<boolean> {
    return (await this.cohortsDue()).length > 0;
  }

  private cohortsDue(): Promise<string[]> {
    return cohortsWithLapsedOffers(this.reads.query, this.clock.now());
  }

  private async inCohort(cohortId: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('each lapsed offer has its own line');
      const cohort = await lockCohort(tx, cohortId);
      if (!cohort) return;
      const expired = await tx.of(Enrolment).find({
        where: { cohortId, state: 'offered', offerExpiresAt: LessThanOrEqual(tx.now) },
        order: { ticket: 'ASC' },
      });
      for (const enrolment of expired) {
        await move(tx, enrolment, { to: 'lapsed', detail: { expiredAt: enrolment.offerExpiresAt } });
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
