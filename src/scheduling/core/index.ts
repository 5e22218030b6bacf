export * from './domain/index.js';
export {
  type TimetableChangeResult,
  ChangeTimetable,
  type ChangeOptions,
  reasonsOf,
} from './actions/change-timetable.js';
export { COHORT_AUDIENCE, type CohortAudience, type Listener, type SharedTrainee } from './actions/cohort-audience.js';
export { type Concern, Listeners, type Reachable } from './actions/listeners.js';
export { lockForChanges } from './actions/locks.js';
export { TIMETABLE_CHANGES, type TimetableChanges } from './actions/timetable-changes.js';
export { freeHolds, writeChange } from './actions/write-session.js';
export { coreProviders } from './core.providers.js';
export { academyCalendar, AcademyCalendarReader, type SupposedNotice } from './data/academy-days.js';
export { type AvailabilityOwner, BookableHours, type OwnedBy, Unavailability } from './data/availability.entity.js';
export {
  CalendarDay,
  HolidayNoticeRow,
  type NoticePublication,
  type NoticeSource,
} from './data/calendar-day.entity.js';
export { changeFacts, slotOfRow } from './data/change-facts.js';
export { LONGEST_HOLD, LONGEST_SESSION } from './data/double-booking.js';
export { grouped } from './data/grouped.js';
export { Instructor } from './data/instructor.entity.js';
export { LicencePool, POOL_KINDS, type PoolKind } from './data/licence-pool.entity.js';
export { timetableIn } from './data/placed-sessions.js';
export { QualificationRow } from './data/qualification.entity.js';
export { instructorFacts, poolFacts, roomFacts } from './data/resource-facts.js';
export {
  coursesToTeach,
  type InstructorRow,
  instructors,
  type QualificationOfInstructor,
  qualifications,
  type RoomRow,
  rooms,
} from './data/resource-queries.js';
export { Room, ROOM_KINDS, type RoomKind } from './data/room.entity.js';
export { SessionHold } from './data/session-hold.entity.js';
export { SessionInstructor } from './data/session-instructor.entity.js';
export { SessionLicence } from './data/session-licence.entity.js';
export { Session } from './data/session.entity.js';
export { hitsFingerprint, type SessionHit, sessionsAhead, sessionsHit } from './data/sessions-hit.js';
export { type CohortForTimetable, cohortForTimetable } from './data/timetable-facts.js';
export { isNotCancelled, sessionsOverlap } from './data/sql.js';
export {
  sessionById,
  type SessionRow,
  sessionsBetween,
  sessionsOfCohort,
  type SessionFilter,
  sessionFilter,
  type TaughtBy,
} from './data/timetable-queries.js';
export { TimetableReader } from './data/timetable-reader.js';
export { coreMessages } from './messages/index.js';
export {
  type SuggestionLink,
  suggestionText,
  type SuggestionView,
  suggestionViews,
  filledAddress,
} from './web/suggestion-links.js';
export { SlotFindings } from './web/findings.js';
export { CancellationForm, slotIn, SessionForm } from './web/slot.form.js';
export { type SlotNames, slotText, type SlotView, slotView } from './web/slot.page.js';
export {
  becauseText,
  instructorOptions,
  instructorText,
  nameIn,
  poolOptions,
  roomOptions,
  roomText,
  type SessionView,
  sessionView,
  spanText,
  typedOf,
} from './web/texts.js';
export { unlessUnseen } from './web/unless-unseen.js';
export { type SessionFormState, SessionForms, type SessionFormView } from './web/session.form.js';
