/** Why a cohort may not be planned or changed. */
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

/** Why a cohort may not move to its next state. */
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
