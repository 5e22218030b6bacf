import type { RequestContext } from '../../../platform/index.js';
import { type CohortForTimetable, nameIn } from '../../core/index.js';

export interface CohortHead {
  readonly code: string;
  readonly course: string;
  readonly sessionsAt: string;
}

export function cohortHead(context: RequestContext, cohort: CohortForTimetable): CohortHead {
  return {
    code: cohort.code,
    course: nameIn(context.translator, cohort.title),
    sessionsAt: `/office/cohorts/${cohort.code}/sessions`,
  };
}
