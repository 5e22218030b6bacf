import { CancelCohort, ConfirmCohort, PlanCohort, PublishCohort } from '../../../../src/cohorts/index.js';
import { AddAssessment } from '../../../../src/attendance/index.js';
import { ledBy, ScheduleByPattern } from '../../../../src/scheduling/index.js';
import { daysAfter, instantOf } from '../../../../src/platform/index.js';
import { ASSESSMENTS } from '../content/assessments.js';
import type { PlannedCohort } from '../content/cohorts/planned-cohort.js';
import { done, required, type DemoContext } from './stage.js';
import { scheduleNotifications } from './notifications.js';
import { A_MINUTE, AN_HOUR, A_DAY } from '../../../../src/platform/index.js';

const CANCEL_REASONS: Readonly<Record<string, string>> = {
  cancelled: '报名人数未达到最低开班人数。',
  cancelledAhead: '讲师临时承担企业紧急项目，改期另行通知。',
};

/** When the office acts on a cohort; instants. */
interface Dates {
  readonly planned: number;
  readonly published: number;
  readonly confirmed: number | null;
  readonly cancelled: number | null;
}

/** The office's actions on a cohort, up to its first session. */
export function scheduleCohort(stage: DemoContext, cohort: PlannedCohort, at: number): void {
  const { planned, published, confirmed, cancelled } = datesOf(stage, cohort);
  const minutes = (at % 40) * A_MINUTE;
  stage.timeline.at(planned + minutes, () => plan(stage, cohort));
  if (cohort.fate === 'draft') return;
  stage.timeline.at(
    published + minutes,
    async () =>
      void done(
        await stage.get(PublishCohort).execute(stage.coordinator, stage.cohortId(cohort)),
        `to publish ${cohort.code}`,
      ),
  );
  if (confirmed !== null) stage.timeline.at(confirmed + minutes, () => confirm(stage, cohort));
  if (cancelled !== null) {
    stage.timeline.at(
      cancelled + minutes,
      async () =>
        void done(
          await stage
            .get(CancelCohort)
            .execute(stage.coordinator, stage.cohortId(cohort), CANCEL_REASONS[cohort.fate] ?? ''),
          `to cancel ${cohort.code}`,
        ),
    );
  }
}

function datesOf({ today, eve }: DemoContext, { fate, startsOn, windowOpensAt }: PlannedCohort): Dates {
  const afternoon = instantOf(daysAfter(startsOn, -7), '14:00');
  const latest = Math.min(windowOpensAt, eve);
  const planned = fate === 'draft' ? instantOf(daysAfter(today, -6), '09:30') : latest - 9 * A_DAY;
  const published = latest - 4 * A_DAY;
  switch (fate) {
    case 'draft':
    case 'open':
    case 'opensSoon':
      return { planned, published, confirmed: null, cancelled: null };
    case 'cancelled':
      return { planned, published, confirmed: null, cancelled: instantOf(daysAfter(startsOn, -4), '16:00') };
    case 'cancelledAhead':
      return { planned, published, confirmed: null, cancelled: instantOf(daysAfter(today, -2), '10:00') };
    default:
      return { planned, published, confirmed: Math.min(afternoon, eve - 2 * A_DAY + 14 * AN_HOUR), cancelled: null };
  }
}

async function plan(stage: DemoContext, cohort: PlannedCohort): Promise<void> {
  const {
    course,
    code,
    delivery,
    startsOn,
    endsOn,
    decisionOn,
    capacity,
    leastEnrolment,
    windowOpensAt,
    windowClosesAt,
  } = cohort;
  const planned = done(
    await stage.get(PlanCohort).execute(stage.coordinator, {
      courseId: required(stage.courses.get(course.code), course.code),
      code,
      delivery,
      startsOn,
      endsOn,
      decisionOn,
      capacity,
      leastEnrolment,
      windowOpensAt,
      windowClosesAt,
      ...feeOf(stage, cohort),
    }),
    `cohort ${code}`,
  );
  stage.cohorts.set(code, planned.id);
  const needs = {
    roomId: cohort.roomCode === null ? null : required(stage.rooms.get(cohort.roomCode), cohort.roomCode),
    instructors: ledBy(required(stage.instructors[cohort.instructor], code).id),
    licences: cohort.pool === null ? [] : [{ poolId: required(stage.pools[cohort.pool], code), seats: capacity }],
  };
  const pattern = { ...cohort.pattern, meetings: cohort.pattern.meetings.map((meeting) => ({ ...meeting, ...needs })) };
  done(
    await stage.get(ScheduleByPattern).execute(stage.coordinator, { cohortCode: code, pattern }),
    `the sessions of ${code}`,
  );
  scheduleNotifications(stage, code);
}

async function confirm(stage: DemoContext, cohort: PlannedCohort): Promise<void> {
  const id = stage.cohortId(cohort);
  done(
    await stage.get(ConfirmCohort).execute(stage.coordinator, id, { acknowledged: true }),
    `to confirm ${cohort.code}`,
  );
  for (const assessment of ASSESSMENTS[cohort.course.examined])
    done(await stage.get(AddAssessment).execute(stage.coordinator, id, assessment), `an assessment of ${cohort.code}`);
}

/** One day is free, the city pays for most of the rest, and some companies send their own people. */
function feeOf(
  { employers }: DemoContext,
  { course, instructor, capacity }: PlannedCohort,
): { feeTextZh: string; feeTextEn: string; sponsorEmployerId: string | null } {
  if (course.days === 1) return { feeTextZh: '免费', feeTextEn: 'Free of charge', sponsorEmployerId: null };
  if (course.requires.length > 0)
    return {
      feeTextZh: `每人 ${course.days * 200} 元,园区企业减半`,
      feeTextEn: `CNY ${course.days * 200}; half for companies of the park`,
      sponsorEmployerId: null,
    };
  const sponsor = (instructor + capacity) % 4 === 0 ? (employers[(instructor * 5) % employers.length] ?? null) : null;
  return sponsor === null
    ? {
        feeTextZh: '列入年度培训计划，学员免费',
        feeTextEn: 'Within the yearly programme: free for trainees',
        sponsorEmployerId: null,
      }
    : { feeTextZh: '委培单位承担', feeTextEn: 'Paid by the sponsoring company', sponsorEmployerId: sponsor };
}
