import { instantOf } from '../../../../src/platform/index.js';
import type { CohortForTimetable } from '../../../../src/scheduling/core/data/timetable-facts.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import type { Timetable } from '../../../../src/scheduling/core/domain/timetable.js';
import { meetingsOn, type WeeklyPattern } from '../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import { cohortCaption, type CohortCaption } from '../../../../src/scheduling/sessions/web/cohort-caption.js';
import { anInstructor, aRoom, aSession, aTimetable } from '../../../builders/timetable.js';
import { LOOKED_AT, type Stage } from '../../../support/views/rendered-view.js';
import { DOTTED, SCRIPT } from '../resources/resource-models.js';

export const COHORT: CohortForTimetable = {
  id: 'c1',
  code: 'AZ-104-2026-04',
  courseId: 'AZ-104',
  state: 'confirmed',
  seatsNeeded: 24,
  startsOn: '2026-04-07',
  endsOn: '2026-04-30',
  title: { zh: 'Azure 管理员', en: 'Azure administrator' },
};

export const SESSIONS_AT = '/office/cohorts/AZ-104-2026-04/sessions';

/** A holiday and a closure on Wednesdays, and a Sunday that follows the holiday's timetable. */
export const CALENDAR = new AcademyCalendar(
  [
    { kind: 'holiday', date: '2026-04-08', name: '清明节', nameEn: 'Qingming' },
    { kind: 'makeUpWorkday', date: '2026-04-12', name: '清明节', nameEn: 'Qingming', follows: 3 },
    { kind: 'closure', date: '2026-04-22', name: '校庆', nameEn: 'Anniversary' },
  ],
  [2026],
);

/** Four Wednesday mornings with an extra Saturday among them; a day and a week are left out by hand. */
export const WEDNESDAYS: WeeklyPattern = {
  startDate: '2026-04-01',
  meetings: meetingsOn(
    [3],
    { startTime: '09:00', endTime: '12:00' },
    { roomId: 'r1', instructors: [{ instructorId: 'i1', role: 'lead' }], licences: [] },
  ),
  extent: { by: 'sessions', sessions: 4 },
  everyNWeeks: 1,
  skipDates: ['2026-04-15'],
  breaks: [{ from: '2026-04-27', until: '2026-05-01' }],
  extraDates: ['2026-04-11'],
};

/** One room, in which another cohort meets on 6 May, and one instructor. */
export function timetable(isTaken = false): Timetable {
  const span = { startsAt: instantOf('2026-05-06', '10:00'), endsAt: instantOf('2026-05-06', '11:00') };
  return aTimetable({
    rooms: [aRoom('r1', { code: 'LAB-2', name: { zh: '琵琶泉', en: SCRIPT }, seats: 1000 })],
    instructors: [anInstructor('i1', { name: { zh: DOTTED, en: 'Memet' } })],
    sessions: isTaken ? [aSession('other', { ...span, roomId: 'r1' })] : [],
    calendar: CALENDAR,
    now: LOOKED_AT,
  });
}

export function headIn(stage: Stage): CohortCaption {
  return cohortCaption(stage.context(), COHORT);
}
