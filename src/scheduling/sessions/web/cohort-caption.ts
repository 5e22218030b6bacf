import type { RequestContext } from '../../../platform/index.js';
import { type CohortForTimetable, nameIn } from '../../core/index.js';

export interface CohortCaption {
  readonly code: string;
  readonly course: string;
  readonly sessionsAt: string;
}

export function cohortCaption(context: RequestContext, cohort: CohortForTimetable): CohortCaption {
  return {
    code: cohort.code,
    course: nameIn(context.translator, cohort.title),
    sessionsAt: `/office/cohorts/${cohort.code}/sessions`,
  };
}
