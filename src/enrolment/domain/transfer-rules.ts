import { blockers, type Refusal, refuse } from '../../platform/refusals.js';
import { cohortIsKnown, enrolmentHasNotEnded } from './enrolment-rules.js';
import type { Answer, EnrolmentRefusalCode } from './refusals.js';
import type { EnrolmentState } from './states.js';

interface CohortOfTransfer {
  readonly id: string;
  readonly courseId: string;
}

export interface TransferFacts {
  readonly state: EnrolmentState;
  readonly from: CohortOfTransfer;
  /** `null` where no cohort has the code. */
  readonly cohort: CohortOfTransfer | null;
  /** As typed. */
  readonly cohortCode: string;
}

/** What blocks leaving the old cohort for the new one. Whether the new one lets the trainee in, `mayEnrol` decides. */
export function mayTransfer(facts: TransferFacts): Refusal<EnrolmentRefusalCode>[] {
  return blockers<TransferFacts, EnrolmentRefusalCode>(
    [cohortIsKnown, cohortIsAnother, cohortIsOfTheCourse, enrolmentHasNotEnded],
    facts,
  );
}

export function cohortIsAnother({ from, cohort, cohortCode }: TransferFacts): Answer {
  return cohort?.id === from.id ? refuse('sameCohort', { cohort: cohortCode }, 'cohortCode') : null;
}

export function cohortIsOfTheCourse({ from, cohort, cohortCode }: TransferFacts): Answer {
  return cohort === null || cohort.courseId === from.courseId
    ? null
    : refuse('otherCourse', { cohort: cohortCode }, 'cohortCode');
}
