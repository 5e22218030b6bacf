import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotFound, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { lockEnrolment } from '../data/lock-enrolment.js';
import { mayWithdraw } from '../domain/enrolment-rules.js';
import type { EnrolmentRefusalCode } from '../domain/refusals.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { changeState } from './change-state.js';
import { OfferSeats } from './offer-seats.js';

@Injectable()
export class WithdrawEnrolment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly offerSeats: OfferSeats,
    private readonly emails: EnrolmentEmails,
  ) {}

  /**
   * Ends an enrolment and offers the freed seat to the first trainee on the waitlist.
   * @throws NotFound for an enrolment that the actor may not end.
   */
  execute(
    actor: Actor,
    id: string,
    reason: string | null = null,
  ): Promise<{ cohortCode: string; offered: number } | Refused<EnrolmentRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const locked = await lockEnrolment(tx, id);
      if (!locked || !may(actor, 'enrolment.withdraw', locked)) throw new NotFound();
      const { enrolment, cohort } = locked;
      const byStaff = may(actor, 'roster.manage');
      const reasons = mayWithdraw({ now: tx.now, state: enrolment.state, cohort, byStaff });
      if (reasons.length > 0) return refused(...reasons);
      await changeState(tx, enrolment, { to: 'withdrawn', detail: { reason } });
      await tx.audit(
        'enrolment.withdrawn',
        { type: 'enrolment', id, label: cohort.code },
        { from: enrolment.state, seatNumber: enrolment.seatNumber, reason },
      );
      await this.emails.send(tx, { kind: 'withdrawn', enrolmentId: id });
      return { cohortCode: cohort.code, offered: await this.offerSeats.execute(tx, cohort) };
    });
  }
}
