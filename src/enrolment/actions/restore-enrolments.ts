import { Injectable } from '@nestjs/common';
import type { RestorationPart, CancelledCohort, MessageWithValues } from '../../cohorts/index.js';
import type { Transaction } from '../../platform/index.js';
import { type CohortForSeats, lockCohort } from '../data/cohort-facts.js';
import { type CancelledEnrolment, cancelledEnrolments } from '../data/cancelled-enrolments.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { lowestFreeSeat } from '../data/seats.js';
import { waitlistOf } from '../data/waitlist.js';
import { hasNoSeatElsewhere } from '../domain/enrolment-rules.js';
import { offerDeadline } from '../domain/offer-deadline.js';
import type { Restorable } from '../domain/states.js';
import { EnrolmentEmails, type EmailKind } from './enrolment-emails.js';
import { restoreState } from './change-state.js';
import { OfferSeats } from './offer-seats.js';

const EMAILS: Readonly<Record<Restorable, EmailKind>> = {
  confirmed: 'restoredConfirmed',
  waitlisted: 'restoredWaitlisted',
  offered: 'restoredOffered',
};

/** Restores the enrolments that a cancellation ended, with the same seats and waitlist order. One email each. */
@Injectable()
export class RestoreEnrolments {
  constructor(
    private readonly offerSeats: OfferSeats,
    private readonly emails: EnrolmentEmails,
  ) {}

  async execute(tx: Transaction, cohort: CancelledCohort): Promise<RestorationPart> {
    const ended = await cancelledEnrolments(tx.query, cohort);
    const facts = await lockCohort(tx, cohort.id);
    if (!facts) throw new Error('The cohort to restore does not exist');
    const judged = ended.map((one) => ({ ...one, refusal: hasNoSeatElsewhere(one) }));
    const back = judged.filter(({ refusal }) => refusal === null);
    for (const one of back) await this.restoreSeat(tx, facts, one);
    if (ended.length > 0) await this.offerSeats.execute(tx, facts);
    for (const one of back) await this.sendEmail(tx, one);
    return {
      kind: 'people',
      back: back.map(({ name, from, clash }): MessageWithValues =>
        clash === null
          ? { key: `enrolment.back_${from}`, values: { name } }
          : { key: 'enrolment.back_clash', values: { name, cohort: clash } },
      ),
      away: judged.flatMap(({ name, refusal }) =>
        refusal === null ? [] : [{ key: 'enrolment.away', values: { name }, reasons: [refusal] }],
      ),
    };
  }

  /** An offer gets a new deadline: nobody could accept it while the cohort was cancelled. */
  private async restoreSeat(
    tx: Transaction,
    cohort: CohortForSeats,
    { id, from, seatNumber }: CancelledEnrolment,
  ): Promise<void> {
    const seat = from === 'waitlisted' ? null : (seatNumber ?? (await lowestFreeSeat(tx.query, cohort.id)));
    const offerExpiresAt = from === 'offered' ? offerDeadline(tx.now, cohort.beginsAt) : null;
    await restoreState(tx, id, { to: from, seatNumber: seat, offerExpiresAt, cohort: cohort.code });
    await tx.audit('enrolment.restored', { type: 'enrolment', id, label: cohort.code }, { to: from, seatNumber: seat });
  }

  /** Skips those who were restored to the waitlist and offered a seat at once: they already get that email. */
  private async sendEmail(tx: Transaction, { id, from }: CancelledEnrolment): Promise<void> {
    const { state, cohortId, offerExpiresAt } = await tx.of(Enrolment).findOneByOrFail({ id });
    if (state !== from) return;
    const position =
      state === 'waitlisted' ? (await waitlistOf(tx, cohortId)).findIndex((one) => one.id === id) + 1 : 0;
    await this.emails.send(tx, {
      kind: EMAILS[from],
      enrolmentId: id,
      values: { position, until: offerExpiresAt ?? 0 },
    });
  }
}
