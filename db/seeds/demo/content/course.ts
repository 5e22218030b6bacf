import type { Level } from '../../../../src/courses/domain/levels.js';

/** A teaching day: two halves of three hours. */
export const HOURS_A_DAY = 6;

export type TrackCode = 'CLOUD' | 'SOFTWARE' | 'DATA-AI' | 'IP';

/** How the trainees of a course are assessed. */
export type Examined = 'quiz' | 'examAndLab' | 'examAndProject' | 'caseStudy';

export interface DemoCourse {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly level: Level;
  /** As the publisher states; `hours` follow from it. */
  readonly days: number;
  readonly outcomesZh: readonly string[];
  readonly outcomesEn: readonly string[];
  /** Codes of achievements. */
  readonly requires: readonly string[];
  readonly leadsTo: string | null;
  readonly examined: Examined;
  /** Whether each trainee needs a computer of the academy. */
  readonly lab: boolean;
}

export interface PlacedCourse extends DemoCourse {
  readonly track: TrackCode;
  readonly hours: number;
}
