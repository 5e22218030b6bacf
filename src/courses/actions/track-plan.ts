import type { Refused } from '../../platform/index.js';
import type { CourseRefusalCode } from '../domain/refusals.js';

export interface TrackPlan {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly position: number;
}

export type TrackOutcome = { readonly id: string } | Refused<CourseRefusalCode>;
