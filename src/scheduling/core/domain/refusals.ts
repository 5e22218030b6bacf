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

/** What a declaration would hit was not shown to whoever declares it, or is something else by now. */
export type HitsCode = 'hitsNotSeen';

/** Why the timetable may not be changed as wanted. */
export type ChangeRefusalCode = TimetableRefusalCode | SessionRefusalCode;
