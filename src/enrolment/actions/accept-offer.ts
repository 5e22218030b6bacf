import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotFound, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { enrolFacts } from '../data/enrol-facts.js';
import { lockEnrolment } from '../data/lock-enrolment.js';
import { mayTakeSeat } from '../domain/enrolment-rules.js';
import { mayAccept } from '../domain/offer-rules.js';
import type { EnrolmentRefusalCode } from '../domain/refusals.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { changeState } from './change-state.js';

@Injectable()
export class AcceptOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: EnrolmentEmails,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  /**
   * Accepts the offered seat before its deadline. Idempotent.
   * @throws NotFound for an enrolment that is not the actor's.
   */
  execute(actor: Actor, id: string): Promise<{ cohortCode: string } | Refused<EnrolmentRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const locked = await lockEnrolment(tx, id);
      if (!locked || !may(actor, 'enrolment.answerOffer', locked)) throw new NotFound();
      const { enrolment, cohort } = locked;
      const byStaff = may(actor, 'roster.manage');
      if (enrolment.state === 'confirmed') {
        tx.withoutAudit('the seat has been accepted already');
        return { cohortCode: cohort.code };
      }
      const reasons = mayAccept({ now: tx.now, state: enrolment.state, expiresAt: enrolment.offerExpiresAt });
      if (reasons.length > 0) return refused(...reasons);
      const { traineeId } = enrolment;
      const attempt = { cohort, traineeId, byStaff, now: tx.now, isWaiting: true };
      const blockers = mayTakeSeat(await enrolFacts(tx.query, this.prerequisites, attempt));
      if (blockers.length > 0) return refused(...blockers);
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
