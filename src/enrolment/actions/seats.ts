import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/index.js';
import type { CohortForSeats } from '../data/cohort-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { offerDeadline } from '../domain/offer-deadline.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { move } from './moves.js';

/** What stands between seats and people. Every call expects the cohort to be locked by the transaction. */
@Injectable()
export class Seats {
  constructor(private readonly emails: EnrolmentEmails) {}

  /** The lowest number that nobody holds, or `null` when the cohort is full. */
  async free(tx: Transaction, cohortId: string): Promise<number | null> {
    const [row] = await tx.query<{ number: number | null }>(sql`
      SELECT MIN(s.number) AS "number" FROM seat s LEFT JOIN enrolment e ON e.cohort_id = s.cohort_id AND e.seat_number = s.number
      WHERE s.cohort_id = ${cohortId} AND e.id IS NULL`);
    return row?.number ?? null;
  }

  async nextTicket(tx: Transaction, cohortId: string): Promise<number> {
    const [row] = await tx.query<{ last: number | null }>(
      sql`SELECT MAX(ticket) AS "last" FROM enrolment WHERE cohort_id = ${cohortId}`,
    );
    return (row?.last ?? 0) + 1;
  }

  /** The line, first come first. */
  waiting(tx: Transaction, cohortId: string): Promise<Enrolment[]> {
    return tx.of(Enrolment).find({ where: { cohortId, state: 'waitlisted' }, order: { ticket: 'ASC' } });
  }

  /** How many wait. */
  async lengthOfLine(tx: Transaction, cohortId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      sql`SELECT COUNT(*) AS "n" FROM enrolment WHERE cohort_id = ${cohortId} AND state = 'waitlisted'`,
    );
    return Number(row?.n ?? 0);
  }

  /**
   * Offers every free seat to the first in line, until seats or people run out.
   * After the first session nobody is offered a seat unasked.
   */
  async offerOn(tx: Transaction, cohort: CohortForSeats): Promise<number> {
    if (tx.now >= cohort.beginsAt || !['tentative', 'confirmed'].includes(cohort.state)) return 0;
    let offered = 0;
    for (const next of await this.waiting(tx, cohort.id)) {
      const seatNumber = await this.free(tx, cohort.id);
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
