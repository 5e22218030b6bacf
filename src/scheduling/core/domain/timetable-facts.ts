import type { Availability } from './availability.js';
import type { Named } from './placed-session.js';
import type { Qualification } from './qualification.js';

/** A room as far as the rules ask of it. */
export interface RoomFacts extends Availability {
  readonly id: string;
  readonly code: string;
  readonly name: Named;
  readonly seats: number;
  readonly features: readonly string[];
  readonly closed: boolean;
  /** Minutes. */
  readonly setUp: number;
  readonly clearAway: number;
}

/** An instructor as far as the rules ask of them. */
export interface InstructorFacts extends Availability {
  readonly id: string;
  readonly name: Named;
  readonly retired: boolean;
  readonly qualifications: readonly Qualification[];
  readonly mostMinutesPerDay: number | null;
  readonly mostMinutesPerWeek: number | null;
}

/** Seats of a licence or a cloud lab. */
export interface PoolFacts {
  readonly id: string;
  /** Product and edition. */
  readonly name: string;
  readonly seats: number;
  /** Days, both included; null: for good. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly closed: boolean;
}

/** The cohort whose session is judged. */
export interface CohortFacts {
  readonly courseId: string;
  /** Its capacity. */
  readonly seatsNeeded: number;
}
