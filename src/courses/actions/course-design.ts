import type { Level } from '../domain/levels.js';
import type { Syllabus } from '../domain/versions.js';

/** The achievement that a course leads to: none, an existing one, or one created with the course. */
export type LeadsTo =
  | { readonly kind: 'none' }
  | { readonly kind: 'existing'; readonly id: string }
  | { readonly kind: 'new'; readonly achievement: NewAchievement };

export interface NewAchievement {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  readonly validMonths: number | null;
}

/** What the course form describes. `days` are teaching days, `hours` the total course hours. */
export interface CourseDesign extends Syllabus {
  readonly code: string;
  readonly trackId: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly level: Level;
  readonly days: number;
  /** Achievements that a trainee must hold before the course begins. */
  readonly prerequisiteIds: readonly string[];
  readonly leadsTo: LeadsTo;
}
