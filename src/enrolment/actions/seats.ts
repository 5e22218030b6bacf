import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/index.js';
import type { CohortForSeats } from '../data/cohort-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { lowestFreeSeat } from '../data/seats.js';
import { offerDeadline } from '../domain/offer-deadline.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { move } from './moves.js';

/** What stands between seats and people. Every call expects the cohort to be locked by the transaction. */
@Injectable()
export class Seats {
  constructor(private readonly emails: EnrolmentEmails) {}

  /** The line, first come first. */
  waiting(tx: Transaction, cohortId: string): Promise<Enrolment[]> {
    return tx.of(Enrolment).find({ where: { cohortId, state: 'waitlisted' }, order: { ticket: 'ASC' } });
  }

  /**
   * Offers every free seat to the first in line, until seats or people run out.
   * After the first session nobody is offered a seat unasked.
   */
  async offerOn(tx: Transaction, cohort: CohortForSeats): Promise<number> {
    if (tx.now >= cohort.beginsAt || !['tentative', 'confirmed'].includes(cohort.state)) return 0;
    let offered = 0;
    for (const next of await this.waiting(tx, cohort.id)) {
      const seatNumber = await lowestFreeSeat(tx.query, cohort.id);
      if (seatNumber === null) break;
      const offerExpiresAt = offerDeadline(tx.now, cohort.beginsAt);
      await move(tx, next, { to: 'offered', seatNumber, offerExpiresAt });
      await tx.audit('enrolment.offered', { type: 'enrolment', id: next.id, label: cohort.code }, { offerExpiresAt });
      await this.emails.send(tx, { kind: 'offered', enrolmentId: next.id, values: { until: offerExpiresAt } });
      offered += 1;
    }
    return offered;
  }
}
