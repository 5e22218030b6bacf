import type { Level } from '../domain/levels.js';
import type { Syllabus } from '../domain/versions.js';

/** The achievement that a course leads to: none, one that exists, or one made with the course. */
export type LeadsTo =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly achievement: NewAchievement };

export interface NewAchievement {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  readonly validMonths: number | null;
}

/** A course as its designer wants it. Days of teaching, hours of teaching in all. */
export interface CourseDesign extends Syllabus {
  readonly code: string;
  readonly trackId: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly level: Level;
  readonly days: number;
  /** Achievements that a trainee needs before the course begins. */
  readonly prerequisiteIds: readonly string[];
  readonly leadsTo: LeadsTo;
}
