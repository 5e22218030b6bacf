import type { NoPlaceCode, RepairReasonCode } from './repair/repair.js';
import type { HolidayFileRefusalCode } from './holiday-file.js';
import type { NoticeByHandRefusalCode } from './notice-by-hand.js';
import type { PatternRefusalCode } from './weekly-pattern-rules.js';

/** Why a session may not stand where it is wanted. */
export type TimetableRefusalCode =
  | 'sessionEndsBeforeItStarts'
  | 'sessionCrossesMidnight'
  | 'sessionIsInThePast'
  | 'roomIsTaken'
  | 'instructorIsTaken'
  | 'cohortIsTaken'
  | 'roomIsClosed'
  | 'roomIsShutThen'
  | 'roomOutsideHours'
  | 'instructorHasLeft'
  | 'instructorIsAbsent'
  | 'instructorOutsideHours'
  | 'instructorTaughtEnoughThatDay'
  | 'instructorTaughtEnoughThatWeek'
  | 'poolIsClosed'
  | 'poolNotValidOnTheDate'
  | 'poolIsShort'
  | 'instructorNotQualified'
  | 'instructorNotQualifiedOnTheDate'
  | 'roomTooSmall';

/** Why a session of the timetable may not be changed any more, or not from an old page. */
export type SessionRefusalCode =
  | 'cohortTimetableClosed'
  | 'sessionAlreadyBegun'
  | 'sessionAlreadyHeld'
  | 'sessionAlreadyCancelled'
  | 'sessionChangedMeanwhile'
  | 'sessionUnchanged'
  | 'sessionNotCancelled'
  | 'roomUnknown'
  | 'instructorUnknown'
  | 'instructorTwice'
  | 'poolUnknown'
  | 'overrideNotAllowed'
  | 'overrideReasonEmpty'
  | 'closedDayNotMeant';

export type RoomRefusalCode = 'roomCodeTaken' | 'roomStillBooked' | 'roomSeatsBelowCohort';

export type InstructorRefusalCode =
  | 'instructorStillBooked'
  | 'instructorAccountUnknown'
  | 'instructorAccountTaken'
  | 'qualificationReversed'
  | 'qualificationTwice'
  | 'qualificationStillNeeded'
  | 'qualificationCourseUnknown';

/** Why a bulletin, or a letter of it, may not be touched any more. */
export type BulletinRefusalCode = 'bulletinSent' | 'bulletinDropped';

/** Why an instructor cannot answer for a session, or not from this link. */
export type AnswerRefusalCode = 'answerSessionCancelled' | 'answerSessionBegun' | 'answerNotYours' | 'answerSessionMoved';

/** What a declaration would hit was not shown to whoever declares it, or is something else by now. */
export type HitsCode = 'hitsNotSeen';

/** When a room or a person may be booked. */
export type AvailabilityRefusalCode = 'unavailabilityReversed' | 'unavailabilityTooLong' | 'unavailabilityTwice' | HitsCode;

export type LicencePoolRefusalCode = 'poolTwice' | 'poolTermReversed' | 'poolSeatsStillNeeded' | 'poolTermStillNeeded' | 'poolStillNeeded';

/** Why a plan may not be changed or published. */
export type PlanRefusalCode = 'planNotOpen' | 'planIsEmpty';

export type CalendarRefusalCode = 'closureReversed' | 'closureTooLong' | 'closureNothingNew' | 'holidayFileMissing' | 'noticeChangedMeanwhile' | 'dayOfOtherNotice' | HitsCode;

/** Every refusal that scheduling knows: each has words in both languages. */
export type SchedulingRefusalCode =
  | TimetableRefusalCode
  | SessionRefusalCode
  | RoomRefusalCode
  | InstructorRefusalCode
  | AvailabilityRefusalCode
  | LicencePoolRefusalCode
  | CalendarRefusalCode
  | BulletinRefusalCode
  | AnswerRefusalCode
  | PlanRefusalCode
  | RepairReasonCode
  | NoPlaceCode
  | PatternRefusalCode
  | NoticeByHandRefusalCode
  | HolidayFileRefusalCode;
