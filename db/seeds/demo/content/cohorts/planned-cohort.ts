import { type Span } from '../../../../../src/scheduling/core/domain/placed-session.js';
import type { WeeklyPattern } from '../../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import { type Fate, type Slot } from './cohort-slots.js';
import type { PlacedCourse } from '../course.js';

export type DemoDelivery = 'onsite' | 'online' | 'hybrid';

export interface PlannedCohort {
  readonly course: PlacedCourse;
  /** As the academy's template gives it. */
  readonly code: string;
  readonly fate: Fate;
  readonly delivery: DemoDelivery;
  readonly capacity: number;
  readonly leastEnrolment: number;
  /** By when it is decided whether it runs. */
  readonly decisionOn: string;
  readonly pattern: WeeklyPattern;
  readonly sessions: readonly Span[];
  readonly startsOn: string;
  readonly endsOn: string;
  /** `null` online. */
  readonly roomCode: string | null;
  /** Place in `INSTRUCTORS`. */
  readonly instructor: number;
  /** Place in `POOLS`: each session uses as many seats of it as the cohort has. */
  readonly pool: number | null;
  readonly windowOpensAt: number;
  readonly windowClosesAt: number;
  readonly cast: Slot['cast'];
}
