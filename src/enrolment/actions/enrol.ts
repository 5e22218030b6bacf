import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { Trainee, traineeOf } from '../../trainees/index.js';
import { cohortIdOf, type CohortForSeats, lockCohort } from '../data/cohort-facts.js';
import { enrolFacts } from '../data/enrol-facts.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { lowestFreeSeat } from '../data/seats.js';
import { nextTicket, waitlistLength } from '../data/waitlist.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { type EnrolmentRefusalCode, mayEnrol } from '../domain/rules.js';
import type { Source } from '../domain/states.js';
import { EnrolmentEmails } from './enrolment-emails.js';
import { remember } from './moves.js';

export interface Enrolled {
  readonly id: string;
  readonly state: 'confirmed' | 'waitlisted';
  /** Place in the line, from 1; `null` with a seat. */
  readonly place: number | null;
}

type Outcome = Enrolled | Refused<EnrolmentRefusalCode>;

interface Wanted {
  readonly cohort: CohortForSeats;
  readonly traineeId: string;
  readonly source: Source;
}

@Injectable()
export class Enrol {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly emails: EnrolmentEmails,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  /** A trainee enrols: a seat when one is free and nobody waits for it, else the end of the line. */
  execute(actor: Actor, cohortCode: string): Promise<Outcome> {
    return this.unitOfWork.run(actor, async (tx) => {
      const trainee = await traineeOf(tx.query, actor.id);
      return this.into(tx, { cohortCode, traineeId: trainee?.id ?? null, source: 'self' });
    });
  }

  /** The academy's people enrol somebody, by the same rules but for the enrolment window. */
  onBehalf(
    actor: Actor,
    wanted: { cohortCode: string; traineeId: string; source: Exclude<Source, 'self' | 'transfer'> },
  ): Promise<Outcome> {
    if (!may(actor, 'roster.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) => this.into(tx, wanted));
  }

  private async into(
    tx: Transaction,
    { cohortCode, traineeId, source }: { cohortCode: string; traineeId: string | null; source: Source },
  ): Promise<Outcome> {
    if (traineeId === null || !(await tx.lock(Trainee, traineeId)))
      return refused(refuse('unknownTrainee', {}, 'traineeId'));
    const cohortId = await cohortIdOf(tx.query, cohortCode);
    const cohort = cohortId === null ? null : await lockCohort(tx, cohortId);
    if (!cohort) return refused(refuse('unknownCohort', { cohort: cohortCode }, 'cohortCode'));
    return this.within(tx, { cohort, traineeId, source });
  }

  /** The one way into a cohort, whoever asks. The trainee and the cohort are locked by the caller's transaction. */
  async within(tx: Transaction, { cohort, traineeId, source }: Wanted): Promise<Outcome> {
    const facts = await enrolFacts(tx.query, this.prerequisites, {
      cohort,
      traineeId,
      byStaff: source !== 'self',
      now: tx.now,
    });
    const reasons = mayEnrol(facts);
    if (reasons.length > 0) return refused(...reasons);
    const waiting = await waitlistLength(tx.query, cohort.id);
    const seatNumber = waiting === 0 ? await lowestFreeSeat(tx.query, cohort.id) : null;
    const state = seatNumber === null ? 'waitlisted' : 'confirmed';
    const place = seatNumber === null ? waiting + 1 : null;
    const id = newId();
    await tx.of(Enrolment).insert({
      id,
      cohortId: cohort.id,
      traineeId,
      state,
      seatNumber,
      ticket: await nextTicket(tx.query, cohort.id),
      offerExpiresAt: null,
      source,
      madeAt: tx.now,
      confirmedAt: seatNumber === null ? null : tx.now,
      endedAt: null,
    });
    await remember(tx, { enrolmentId: id, kind: state, detail: { source } });
    await tx.audit(
      `enrolment.${state}`,
      { type: 'enrolment', id, label: cohort.code },
      { traineeId, source, seatNumber, place },
    );
    await this.emails.send(tx, { kind: state, enrolmentId: id, values: { place: place ?? 0 } });
    return { id, state, place };
  }
}
