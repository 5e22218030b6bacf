import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { enrolFacts } from '../data/enrol-facts.js';
import { lockEnrolment } from '../data/lock-enrolment.js';
import { lowestFreeSeat } from '../data/seats.js';
import { mayAdmit } from '../domain/enrolment-rules.js';
import type { EnrolmentRefusalCode } from '../domain/refusals.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { changeState } from './change-state.js';

/** Gives a free seat to a waiting trainee, out of turn or after the first session. */
@Injectable()
export class AdmitTrainee {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: EnrolmentEmails,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  execute(actor: Actor, id: string): Promise<{ cohortCode: string } | Refused<EnrolmentRefusalCode>> {
    if (!may(actor, 'roster.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const locked = await lockEnrolment(tx, id);
      if (!locked) throw new NotFound();
      const { enrolment, cohort } = locked;
      const { traineeId, state } = enrolment;
      const attempt = { cohort, traineeId, byStaff: true, now: tx.now, isWaiting: true };
      const facts = await enrolFacts(tx.query, this.prerequisites, attempt);
      const seatNumber = enrolment.seatNumber ?? (await lowestFreeSeat(tx.query, cohort.id));
      const reasons = mayAdmit({ ...facts, state, seatNumber });
      if (reasons.length > 0 || seatNumber === null) return refused(...reasons);
      await changeState(tx, enrolment, { to: 'confirmed', seatNumber, detail: { admitted: 'coordinator' } });
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
