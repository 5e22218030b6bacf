import type { Availability } from './availability.js';
import type { BilingualName } from './placed-session.js';
import type { Qualification } from './qualification.js';

/** Room data for the rules. */
export interface RoomFacts extends Availability {
  readonly id: string;
  readonly code: string;
  readonly name: BilingualName;
  readonly seats: number;
  readonly features: readonly string[];
  readonly closed: boolean;
  /** Minutes. */
  readonly setUp: number;
  readonly clearAway: number;
}

/** Instructor data for the rules. */
export interface InstructorFacts extends Availability {
  readonly id: string;
  readonly name: BilingualName;
  readonly retired: boolean;
  readonly qualifications: readonly Qualification[];
  readonly mostMinutesPerDay: number | null;
  readonly mostMinutesPerWeek: number | null;
}

/** Licence pool data for the rules. */
export interface PoolFacts {
  readonly id: string;
  /** Product and edition. */
  readonly name: string;
  readonly seats: number;
  /** Days, both included; null: perpetual. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly closed: boolean;
}

/** Cohort data for the rules. */
export interface CohortFacts {
  readonly courseId: string;
  /** Its capacity. */
  readonly seatsNeeded: number;
}
