import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  found,
  isRefused,
  looksLikeId,
  NotAllowed,
  NotFound,
  refused,
  type Refused,
  UnitOfWork,
} from '../../platform/index.js';
import { cohortIdOf } from '../data/cohort-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { lockForSeats } from '../data/locks.js';
import type { EnrolmentRefusalCode } from '../domain/refusals.js';
import { mayTransfer } from '../domain/transfer-rules.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { EnterCohort, type NewEnrolment } from './enter-cohort.js';
import { changeState } from './change-state.js';
import type { Entry } from './lock-entry.js';
import { OfferSeats } from './offer-seats.js';

/**
 * Moves a trainee to another cohort of the same course, in one transaction. The old seat is given up only once the new
 * cohort has let the trainee in.
 */
@Injectable()
export class TransferEnrolment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly enterCohort: EnterCohort,
    private readonly offerSeats: OfferSeats,
    private readonly emails: EnrolmentEmails,
  ) {}

  execute(
    actor: Actor,
    id: string,
    toCode: string,
  ): Promise<(NewEnrolment & { from: string }) | Refused<EnrolmentRefusalCode>> {
    if (!may(actor, 'roster.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const before = looksLikeId(id) ? await tx.of(Enrolment).findOneBy({ id }) : null;
      if (!before) throw new NotFound();
      const targetId = await cohortIdOf(tx.query, toCode);
      const cohortIds = [before.cohortId, ...(targetId === null ? [] : [targetId])];
      const { cohorts } = await lockForSeats(tx, { traineeIds: [before.traineeId], cohortIds });
      const from = found(cohorts.get(before.cohortId));
      const to = cohorts.get(targetId ?? '') ?? null;
      const enrolment = await tx.of(Enrolment).findOneByOrFail({ id });
      const reasons = mayTransfer({ state: enrolment.state, from, cohort: to, cohortCode: toCode });
      if (reasons.length > 0 || to === null) return refused(...reasons);
      const { traineeId } = enrolment;
      const entry: Entry = { cohort: to, traineeIds: [traineeId], source: 'transfer', leavingCohortId: from.id };
      const entered = (await this.enterCohort.execute(tx, entry))[0]!;
      if (isRefused(entered)) return entered;
      await changeState(tx, enrolment, { to: 'withdrawn', detail: { transferredTo: to.code } });
      await tx.audit(
        'enrolment.transferred',
        { type: 'enrolment', id, label: from.code },
        { to: to.code, newEnrolment: entered.id },
      );
      await this.emails.send(tx, { kind: 'transferred', enrolmentId: entered.id, values: { from: from.code } });
      await this.offerSeats.execute(tx, from);
      return { ...entered, from: from.code };
    });
  }
}
