import type { HitsCode } from '../../core/domain/index.js';

export type RoomRefusalCode = 'roomCodeTaken' | 'roomStillBooked' | 'roomSeatsBelowCohort';

export type InstructorRefusalCode =
  | 'instructorStillBooked'
  | 'instructorAccountUnknown'
  | 'instructorAccountUnverified'
  | 'instructorAccountTaken'
  | 'qualificationReversed'
  | 'qualificationTwice'
  | 'qualificationStillNeeded'
  | 'qualificationCourseUnknown';

export type AvailabilityRefusalCode =
  'unavailabilityReversed' | 'unavailabilityTooLong' | 'unavailabilityTwice' | HitsCode;

export type LicencePoolRefusalCode =
  'poolTwice' | 'poolTermReversed' | 'poolSeatsStillNeeded' | 'poolTermStillNeeded' | 'poolStillNeeded';
