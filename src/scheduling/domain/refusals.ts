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
  | 'overrideNotAllowed';

export type RoomRefusalCode = 'roomCodeTaken' | 'roomStillBooked' | 'roomSeatsBelowCohort';

export type InstructorRefusalCode =
  | 'instructorStillBooked'
  | 'instructorAccountUnknown'
  | 'instructorAccountTaken'
  | 'qualificationReversed'
  | 'qualificationTwice'
  | 'qualificationStillNeeded'
  | 'qualificationCourseUnknown';

export type CalendarRefusalCode = 'closureReversed' | 'closureTooLong' | 'closureNothingNew' | 'holidayFileMissing' | 'noticeChangedMeanwhile' | 'dayOfOtherNotice';

/** Every refusal that scheduling knows: each has words in both languages. */
export type SchedulingRefusalCode =
  | TimetableRefusalCode
  | SessionRefusalCode
  | RoomRefusalCode
  | InstructorRefusalCode
  | CalendarRefusalCode
  | PatternRefusalCode
  | NoticeByHandRefusalCode
  | HolidayFileRefusalCode;
