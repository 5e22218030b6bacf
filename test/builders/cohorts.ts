import { type CohortPlan, PlanCohort, PublishCohort } from '../../src/cohorts/index.js';
import { DesignCourse, OpenTrack } from '../../src/courses/index.js';
import { type Actor, dayOf, daysAfter, instantOf, isRefused } from '../../src/platform/index.js';
import {
  AddInstructor,
  AddRoom,
  ledBy,
  PlaceSession,
  QualifyInstructor,
  type SessionSlot,
} from '../../src/scheduling/index.js';
import type { BuilderAcademy } from '../support/app.js';
import { person } from '../support/people.js';

export interface CohortInput {
  readonly capacity?: number;
  readonly code?: string;
  /** Day of its only session, from 9:00 to 17:00; by default ten days after the clock's today. */
  readonly on?: string;
  readonly publish?: boolean;
  readonly leastEnrolment?: number;
  readonly decisionOn?: string | null;
}

export interface BuiltCohort {
  readonly id: string;
  readonly code: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly roomId: string;
  readonly roomCode: string;
  readonly instructorId: string;
  readonly day: string;
  readonly plan: CohortPlan;
}

let built = 0;

/**
 * A new course with one cohort, taught on one day in a room of its own: planned, scheduled and published by a
 * coordinator.
 */
export async function aCohort(
  academy: BuilderAcademy,
  { capacity = 10, code, on, publish = true, leastEnrolment = 1, decisionOn = null }: CohortInput = {},
): Promise<BuiltCohort> {
  const [administrator, coordinator] = [await person(academy, 'administrator'), await person(academy, 'coordinator')];
  const serial = (built += 1);
  const course = await aCourse(academy, coordinator, `STORY-${serial}`);
  const day = on ?? daysAfter(dayOf(academy.clock.now()), 10);
  const room = done(
    await academy.app.get(AddRoom).execute(administrator, {
      code: `R${serial}`,
      nameZh: `${serial} 号教室`,
      nameEn: `Room ${serial}`,
      kind: 'room',
      seats: 1000,
      placeZh: '',
      placeEn: '',
    }),
  );
  const instructor = done(
    await academy.app.get(AddInstructor).execute(administrator, {
      name: `讲师${serial}`,
      latinName: null,
      email: null,
      phone: null,
      bioZh: null,
      bioEn: null,
      accountEmail: null,
    }),
  );
  done(
    await academy.app
      .get(QualifyInstructor)
      .execute(administrator, instructor.id, { courseId: course.id, validFrom: null, validUntil: null }),
  );
  const plan: CohortPlan = {
    courseId: course.id,
    code: code ?? `${course.code}-${day.slice(0, 7)}`,
    delivery: 'onsite',
    startsOn: day,
    endsOn: day,
    decisionOn,
    capacity,
    leastEnrolment,
    windowOpensAt: academy.clock.now() - 1000,
    windowClosesAt: instantOf(day, '08:00'),
    feeTextZh: null,
    feeTextEn: null,
    sponsorEmployerId: null,
  };
  const cohort = done(await academy.app.get(PlanCohort).execute(coordinator, plan));
  done(
    await academy.app.get(PlaceSession).execute(coordinator, {
      cohortCode: cohort.code,
      slot: aSlot(day, ['09:00', '17:00'], { roomId: room.id, instructorId: instructor.id }),
    }),
  );
  if (publish) done(await academy.app.get(PublishCohort).execute(coordinator, cohort.id));
  return {
    id: cohort.id,
    code: cohort.code,
    courseId: course.id,
    courseCode: course.code,
    roomId: room.id,
    roomCode: `R${serial}`,
    instructorId: instructor.id,
    day,
    plan,
  };
}

/** The slot of a session: a day, its hours, and what it needs. */
export function aSlot(
  day: string,
  [from, until]: readonly [string, string],
  { roomId = null, instructorId = null }: { roomId?: string | null; instructorId?: string | null } = {},
): SessionSlot {
  return {
    startsAt: instantOf(day, from),
    endsAt: instantOf(day, until),
    roomId,
    instructors: ledBy(instructorId),
    licences: [],
  };
}

export async function aCourse(
  academy: BuilderAcademy,
  actor: Actor,
  code: string,
): Promise<{ id: string; code: string }> {
  const track = done(
    await academy.app.get(OpenTrack).execute(actor, {
      code: `T-${code}`,
      nameZh: '云计算',
      nameEn: 'Cloud computing',
      summaryZh: '',
      summaryEn: '',
      position: 1,
    }),
  );
  return done(
    await academy.app.get(DesignCourse).execute(actor, {
      code,
      trackId: track.id,
      titleZh: `课程 ${code}`,
      titleEn: `Course ${code}`,
      summaryZh: '',
      summaryEn: '',
      level: 'beginner',
      days: 1,
      hours: 8,
      outcomesZh: '能独立完成部署',
      outcomesEn: 'Deploy on one’s own',
      syllabusZh: '',
      syllabusEn: '',
      prerequisiteIds: [],
      leadsTo: { kind: 'none' },
    }),
  );
}

/** The outcome of an action. @throws Error naming the refusals, if it was refused */
export function done<T>(outcome: T): Exclude<T, { reasons: unknown }> {
  if (isRefused(outcome))
    throw new Error(
      `Refused: ${outcome.reasons.map(({ code, data }) => `${code} ${JSON.stringify(data)}`).join('; ')}`,
    );
  return outcome as Exclude<T, { reasons: unknown }>;
}
