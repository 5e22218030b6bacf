export { type CancellationListener, CancelCohort } from './actions/cancel-cohort.js';
export { ChangeCohort } from './actions/change-cohort.js';
export { ConfirmCohort } from './actions/confirm-cohort.js';
export { markCompleted } from './actions/mark-completed.js';
export { PlanCohort, type PlannedCohort } from './actions/plan-cohort.js';
export { PreviewRestoration } from './actions/preview-restoration.js';
export { PublishCohort } from './actions/publish-cohort.js';
export { MoveDecision } from './actions/move-decision.js';
export { type RestorationListener, type RestoredCohort, RestoreCohort } from './actions/restore-cohort.js';
export {
  type RestorationPart,
  type CancelledCohort,
  type CohortReference,
  type MessageWithValues,
  SEAT_PLAN,
  type SeatPlan,
} from './actions/seat-plan.js';
export { CohortsModule } from './cohorts.module.js';
export { cohortByCode, type CohortRow } from './data/cohort-by-code.js';
export { CohortsOfCourses } from './data/cohorts-of-courses.js';
export { CohortsOfSponsors } from './data/cohorts-of-sponsors.js';
export { Cohort } from './data/cohort.entity.js';
export { cohortEntities } from './data/entities.js';
export { cohortEnrols, cohortRuns, inPhase } from './data/sql.js';
export { COHORT_ENROLMENTS, type CohortEnrolments, type SeatCounts } from './domain/cohort-enrolments.js';
export { COHORT_SESSIONS, type CohortSessions, type SessionAhead, type SessionSpan } from './domain/cohort-sessions.js';
export { DECISION_NOTICE_DAYS } from './domain/decision.js';
export { COHORT_PHASES, type CohortPhase, phaseOf } from './domain/phase.js';
export { proposedCode } from './domain/cohort-code.js';
export type { CohortPlan } from './domain/plan-rules.js';
export {
  COHORT_STATES,
  type CohortMove,
  type CohortState,
  DELIVERIES,
  type Delivery,
  ENROLLING_STATES,
  isCohortState,
  isDelivery,
  PUBLIC_STATES,
  stateAfter,
} from './domain/states.js';
export { type CohortHeader, CohortHeaders, type CohortTab } from './web/cohort-header.js';
export { cohortMessages } from './messages/index.js';
