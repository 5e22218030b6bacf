import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { lockEnrolment } from '../data/known-enrolment.js';
import { lowestFreeSeat } from '../data/seats.js';
import { cohortHasNotEnded, cohortTakesPeople, type EnrolmentRefusalCode } from '../domain/rules.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { move } from './moves.js';

/**
 * The coordinator gives a free seat to somebody who waits, out of turn or after the first
 * session; the trail says who did.
 */
@Injectable()
export class Admit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: EnrolmentEmails,
  ) {}

  execute(actor: Actor, id: string): Promise<{ cohortCode: string } | Refused<EnrolmentRefusalCode>> {
    if (!may(actor, 'roster.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const known = await lockEnrolment(tx, actor, id);
      if (!known) throw new NotFound();
      const { enrolment, cohort } = known;
      if (!['waitlisted', 'offered'].includes(enrolment.state)) return refused(refuse('notOnWaitlist'));
      const closed = cohortTakesPeople({ cohort }) ?? cohortHasNotEnded({ cohort, now: tx.now });
      if (closed) return refused(closed);
      const seatNumber = enrolment.seatNumber ?? (await lowestFreeSeat(tx.query, cohort.id));
      if (seatNumber === null) return refused(refuse('noSeatFree', { cohort: cohort.code }));
      await move(tx, enrolment, { to: 'confirmed', seatNumber, detail: { admitted: 'coordinator' } });
      await tx.audit(
        'enrolment.admitted',
        { type: 'enrolment', id, label: cohort.code },
        { from: enrolment.state, seatNumber },
      );
      await this.emails.send(tx, { kind: 'confirmed', enrolmentId: id });
      return { cohortCode: cohort.code };
    });
  }
}
