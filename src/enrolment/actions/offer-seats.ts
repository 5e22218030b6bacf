import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/index.js';
import type { CohortForSeats } from '../data/cohort-facts.js';
import { lowestFreeSeat } from '../data/seats.js';
import { waitlistOf } from '../data/waitlist.js';
import { offerDeadline } from '../domain/offer-deadline.js';
import { offersSeats } from '../domain/offer-rules.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { changeState } from './change-state.js';

@Injectable()
export class OfferSeats {
  constructor(private readonly emails: EnrolmentEmails) {}

  /**
   * Offers free seats to the waitlist in order, until seats or people run out. The caller has locked the cohort.
   * Makes no offers once the first session has begun.
   * @returns How many seats were offered.
   */
  async execute(tx: Transaction, cohort: CohortForSeats): Promise<number> {
    if (!offersSeats(cohort, tx.now)) return 0;
    let offered = 0;
    for (const next of await waitlistOf(tx, cohort.id)) {
      const seatNumber = await lowestFreeSeat(tx.query, cohort.id);
      if (seatNumber === null) break;
      const offerExpiresAt = offerDeadline(tx.now, cohort.beginsAt);
      await changeState(tx, next, { to: 'offered', seatNumber, offerExpiresAt });
      await tx.audit('enrolment.offered', { type: 'enrolment', id: next.id, label: cohort.code }, { offerExpiresAt });
      await this.emails.send(tx, { kind: 'offered', enrolmentId: next.id, values: { until: offerExpiresAt } });
      offered += 1;
    }
    return offered;
  }
}
