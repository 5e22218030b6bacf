import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { lockEnrolment } from '../data/lock-enrolment.js';
import { type EnrolmentRefusalCode, mayAccept } from '../domain/rules.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { changeState } from './change-state.js';

@Injectable()
export class AcceptOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: EnrolmentEmails,
  ) {}

  /**
   * Accepts the offered seat before its deadline. Idempotent.
   * @throws NotFound for an enrolment that is not the actor's.
   */
  execute(actor: Actor, id: string): Promise<{ cohortCode: string } | Refused<EnrolmentRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const locked = await lockEnrolment(tx, actor, id);
      if (!locked) throw new NotFound();
      const { enrolment, cohort } = locked;
      if (enrolment.state === 'confirmed') {
        tx.withoutAudit('the seat has been accepted already');
        return { cohortCode: cohort.code };
      }
      const reasons = mayAccept({ now: tx.now, state: enrolment.state, expiresAt: enrolment.offerExpiresAt });
      if (reasons.length > 0) return refused(...reasons);
      await changeState(tx, enrolment, { to: 'confirmed' });
      await tx.audit(
        'enrolment.confirmed',
        { type: 'enrolment', id, label: cohort.code },
        { from: 'offered', seatNumber: enrolment.seatNumber },
      );
      await this.emails.send(tx, { kind: 'confirmed', enrolmentId: id });
      return { cohortCode: cohort.code };
    });
  }
}
