import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/index.js';
import type { CohortForSeats } from '../data/cohort-facts.js';
import { lowestFreeSeat } from '../data/seats.js';
import { waitlistOf } from '../data/waitlist.js';
import { offerDeadline } from '../domain/offer-deadline.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { move } from './moves.js';

@Injectable()
export class OfferSeats {
  constructor(private readonly emails: EnrolmentEmails) {}

  /**
   * Offers every free seat to the first in line, until seats or people run out. The cohort is locked by the caller.
   * After the first session nobody is offered a seat unasked. Answers how many.
   */
  async execute(tx: Transaction, cohort: CohortForSeats): Promise<number> {
    if (tx.now >= cohort.beginsAt || !['tentative', 'confirmed'].includes(cohort.state)) return 0;
    let offered = 0;
    for (const next of await waitlistOf(tx, cohort.id)) {
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
