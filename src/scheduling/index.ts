export {
  AddInstructor,
  AddLicencePool,
  AddRoom,
  ChangeInstructor,
  ChangeLicencePool,
  ChangeRoom,
  CloseLicencePool,
  CloseRoom,
  DeclareUnavailability,
  type InstructorProfile,
  type LicencePoolProfile,
  type LicencePoolRow,
  licencePools,
  peakOf,
  QualifyInstructor,
  RetireInstructor,
  type RoomProfile,
  seatHours,
  type SeatsHeld,
  SetBookableHours,
} from './resources/index.js';
export { DeclareClosure, EnterNotice, LoadHolidayNotice } from './calendar/index.js';
export { CalendarFeeds } from './feeds/index.js';
export {
  CancelSession,
  MoveSession,
  PlaceSession,
  recordHeld,
  RestoreSession,
  type SessionInput,
} from './sessions/index.js';
export {
  AcademyCalendar,
  AcademyCalendarReader,
  type Changed,
  COHORT_AUDIENCE,
  type CohortAudience,
  Instructor,
  type InstructorRow,
  instructors,
  ledBy,
  LicencePool,
  type Listener,
  QualificationRow,
  Room,
  type RoomRow,
  rooms,
  Session,
  sessionById,
  SessionInstructor,
  type SessionSlot,
  type SessionRow,
  sessionsBetween,
  sessionsOfCohort,
  type SessionFilter,
  sessionFilter,
  type SharedTrainee,
  TimetableReader,
} from './core/index.js';
export {
  AnswerSession,
  type DeclinedSession,
  declinedSessions,
  DropBulletin,
  type InstructorAnswer,
  SendBulletin,
  PendingNotifications,
} from './notifications/index.js';
export { DiscardPlan, OpenPlan, PlanChange, PublishPlan, type PlanInput } from './plans/index.js';
export { meetingsOn, ScheduleByPattern, type PatternInput, type WeeklyPattern } from './patterns/index.js';
export { schedulingEntities } from './data/entities.js';
export { SchedulingModule } from './scheduling.module.js';
export { schedulingMessages } from './messages/index.js';
