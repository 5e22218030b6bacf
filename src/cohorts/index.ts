export { type CohortNamed, SEAT_PLAN, type SeatPlan } from './actions/seat-plan.js';
export { CohortsModule } from './cohorts.module.js';
export { type Ask, cohortByCode, type CohortRow } from './data/cohort-by-code.js';
export { Cohort } from './data/cohort.entity.js';
export { cohortEntities } from './data/entities.js';
export {
  COHORT_STATES, type CohortMove, type CohortState, DELIVERIES, type Delivery, ENROLLING_STATES, isCohortState, isDelivery, PUBLIC_STATES, stateAfter,
} from './domain/states.js';
export { cohortWords } from './words.js';
