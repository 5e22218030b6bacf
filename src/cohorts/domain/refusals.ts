export type CohortPlanRefusalCode =
  | 'cohortCodeTaken'
  | 'cohortCodeIsPublished'
  | 'cohortCourseUnknown'
  | 'cohortCourseRetired'
  | 'cohortCourseIsPublished'
  | 'cohortSponsorUnknown'
  | 'cohortEndsBeforeItStarts'
  | 'cohortTooLong'
  | 'cohortStartsInThePast'
  | 'leastAboveCapacity'
  | 'windowClosesBeforeItOpens'
  | 'windowClosesAfterTheEnd'
  | 'sessionsOutsideTheDates'
  | 'decisionAfterTheStart'
  | 'decisionInThePast'
  | 'cohortIsOver';

export type CohortMoveRefusalCode =
  | 'cohortNotADraft'
  | 'cohortNotTentative'
  | 'cohortHasNoSessions'
  | 'windowAlreadyClosed'
  | 'capacityAboveRoom'
  | 'enrolmentBelowLeast'
  | 'decisionIsMade'
  | 'decisionCannotWait'
  | 'cohortNotCancelled'
  | 'cohortDatesAreOver';

export type CohortRefusalCode = CohortPlanRefusalCode | CohortMoveRefusalCode;
