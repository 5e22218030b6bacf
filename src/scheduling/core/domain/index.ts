export {
  AcademyCalendar,
  type AcademyDay,
  type DayFact,
  type DayNote,
  isClosed,
  noteOn,
  type NoticedDay,
} from './academy-calendar.js';
export { type Availability, type Away, LONGEST_AWAY_DAYS, type OpenSpan, tidyHours } from './availability.js';
export { type ChangeInHand, isSameSlot, judgeChanges, type JudgedChange, type SessionChange } from './change-set.js';
export { type Suggestion, suggestionsFor, instructorsWhoMay, ledInsteadBy, slotOf } from './suggestions.js';
export { BOOKABLE_HOURS, type FreeTime, GRID_MINUTES, nearestFreeTimes } from './nearest-free-times.js';
export { isDoubleBooking, mayBeOverridden } from './override.js';
export {
  leadOf,
  ledBy,
  type LicenceNeed,
  type BilingualName,
  overlaps,
  type PlacedSession,
  type ProposedSlot,
  type SessionSlot,
  type Span,
  type Teaching,
} from './placed-session.js';
export { isQualifiedOn } from './qualification.js';
export type { ChangeRefusalCode, HitsCode, TimetableRefusalCode } from './refusals.js';
export { bothNames } from './rules/refusal-data.js';
export { cohortStillRuns, SESSION_MAY_CHANGE } from './session-change-rules.js';
export type { CohortFacts, InstructorFacts, RoomFacts } from './timetable-facts.js';
export { Timetable, weekOf } from './timetable.js';
export { HOURS_A_DAY, mondayOf, useByWeek } from './utilisation.js';
