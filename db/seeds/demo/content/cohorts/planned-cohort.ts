import { type Span } from '../../../../../src/scheduling/core/domain/placed-session.js';
import type { WeeklyPattern } from '../../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import { type Fate, type Slot } from './cohort-slots.js';
import type { PlacedCourse } from '../course.js';

export type DemoDelivery = 'onsite' | 'online' | 'hybrid';

export interface PlannedCohort {
  readonly course: PlacedCourse;
  /** As proposed by the academy's pattern. */
  readonly code: string;
  readonly fate: Fate;
  readonly delivery: DemoDelivery;
  readonly capacity: number;
  readonly leastEnrolment: number;
  /** The decision date. */
  readonly decisionOn: string;
  readonly pattern: WeeklyPattern;
  readonly sessions: readonly Span[];
  readonly startsOn: string;
  readonly endsOn: string;
  /** `null` if online. */
  readonly roomCode: string | null;
  /** Index in `INSTRUCTORS`. */
  readonly instructor: number;
  /** Index in `POOLS`: each session uses as many of its seats as the cohort has. */
  readonly pool: number | null;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
  readonly cast: Slot['cast'];
}
