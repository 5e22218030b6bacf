import type { Refusal } from '../../platform/refusals.js';

export type EnrolmentRefusalCode =
  | 'cohortNotOpen'
  | 'cohortHasEnded'
  | 'windowNotYetOpen'
  | 'windowClosed'
  | 'emailNotVerified'
  | 'alreadyEnrolled'
  | 'prerequisiteMissing'
  | 'ownTimetableClash'
  | 'enrolmentHasEnded'
  | 'cohortHasBegun'
  | 'noOfferToAccept'
  | 'offerExpired'
  | 'notOnWaitlist'
  | 'noSeatFree'
  | 'sameCohort'
  | 'otherCourse'
  | 'unknownCohort'
  | 'unknownTrainee'
  | 'capacityBelowTaken'
  | 'sitsElsewhere';

export type Answer = Refusal<EnrolmentRefusalCode> | null;
