import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  Connections,
  daysAfter,
  instantOf,
  type SimulatedClock,
  SYSTEM,
  UnitOfWork,
} from '../../../../src/platform/index.js';
import { OutboxMessage } from '../../../../src/platform/outbox/outbox-message.entity.js';
import { DeclareUnavailability, ReplaceCalendarFeed } from '../../../../src/scheduling/index.js';
import { holidayNotices } from '../../reference/holidays.js';
import { type DemoAbsence, demoAbsences } from '../content/absences.js';
import { noticedCalendar } from '../content/calendar.js';
import { CAST } from '../content/cast.js';
import { demoCohorts } from '../content/cohorts/cohort-plan.js';
import type { PlannedCohort } from '../content/cohorts/planned-cohort.js';
import { demoEnrolments } from '../content/enrolment-plan.js';
import { demoTrainees } from '../content/trainees.js';
import { scheduleCohort } from './cohorts.js';
import { EnrolmentEvents } from './enrolments.js';
import { foundAcademy } from './founding.js';
import { scheduleOutcomes } from './outcomes.js';
import { scheduleRecruiting } from './recruiting.js';
import { done, required, DemoContext } from './stage.js';
import { TeachingEvents } from './teaching.js';
import { A_DAY } from '../../../../src/platform/index.js';

/** The age of the demo academy in days before today. */
export const FOUNDED_BEFORE = 480;

export interface DemoOptions {
  /** `YYYY-MM-DD`; everything in the demo is relative to it. */
  readonly today: string;
  /** Loads only up to this instant, epoch milliseconds; by default the last midnight. */
  readonly until?: number;
  /** The published holiday notices, as texts; by default all of the project's. */
  readonly notices?: readonly string[];
  /** Only cohorts and their sessions: no trainees, registers, certificates or employers' verifications. */
  readonly timetableOnly?: boolean;
}

/**
 * Creates eighteen months of data up to the last midnight, each event at its own time through the actions that the
 * pages use. The app must have an empty database and this clock, and send no email.
 */
export async function loadDemo(
  app: NestFastifyApplication,
  clock: SimulatedClock,
  { today, until = Infinity, notices = holidayNotices(), timetableOnly = false }: DemoOptions,
): Promise<number> {
  await disableSync(app);
  clock.moveTo(instantOf(daysAfter(today, -FOUNDED_BEFORE), '09:00'));
  const stage = new DemoContext(app, clock, today, until);
  await foundAcademy(stage, notices);
  const cohorts = demoCohorts(today, noticedCalendar(notices));
  cohorts.forEach((cohort, at) => scheduleCohort(stage, cohort, at));
  for (const absence of demoAbsences(cohorts, today))
    stage.timeline.at(stage.eve - 3 * A_DAY, () => declare(stage, absence));
  if (!timetableOnly) schedulePeople(stage, cohorts);
  const events = await stage.timeline.runAll();
  await deliverOldEmails(app);
  await publishFeeds(stage);
  return events;
}

function schedulePeople(stage: DemoContext, cohorts: readonly PlannedCohort[]): void {
  const trainees = demoTrainees(stage.today);
  const enrolments = demoEnrolments(cohorts, trainees, stage.today);
  new EnrolmentEvents(stage, new Map(trainees.map((trainee) => [trainee.number, trainee]))).schedule(enrolments);
  for (const cohort of cohorts) {
    const own = enrolments.filter((one) => one.cohort === cohort);
    new TeachingEvents(stage, cohort, own).schedule();
    scheduleOutcomes(stage, cohort);
  }
  scheduleRecruiting(stage);
}

/** Instructors declare their absences themselves. */
async function declare(stage: DemoContext, { instructor, ...away }: DemoAbsence): Promise<void> {
  const { id, actor } = required(stage.instructors[instructor], 'an instructor');
  done(await stage.get(DeclareUnavailability).execute(actor, { kind: 'instructor', id }, away), 'an absence');
}

/** An interrupted load starts over, so SQLite need not wait for the disk meanwhile; the next start waits again. */
async function disableSync(app: NestFastifyApplication): Promise<void> {
  const { write } = app.get(Connections);
  if (write.options.type === 'better-sqlite3') await write.query('PRAGMA synchronous = OFF');
}

/** The cast subscribes to its timetable with calendar feeds. */
async function publishFeeds(stage: DemoContext): Promise<void> {
  const instructor = required(stage.instructors[0], CAST.instructor.name);
  await stage.get(ReplaceCalendarFeed).execute(instructor.actor, { kind: 'instructor', ownerId: instructor.id });
}

/** The demo's emails are long past: left pending, they would all be sent once email is configured. */
async function deliverOldEmails(app: NestFastifyApplication): Promise<void> {
  await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
    tx.withoutAudit('each email keeps its own delivery state');
    await tx.of(OutboxMessage).update({ state: 'pending' }, { state: 'sent', attempts: 1, sentAt: () => 'created_at' });
  });
}
