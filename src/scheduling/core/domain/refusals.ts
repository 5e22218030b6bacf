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

/** The sessions affected by a closure or absence were not shown, or have changed since. */
export type HitsCode = 'hitsNotSeen';

export type ChangeRefusalCode = TimetableRefusalCode | SessionRefusalCode;
