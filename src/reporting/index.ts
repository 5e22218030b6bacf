export { SetTargets } from './actions/set-targets.js';
export { reportingEntities } from './data/entities.js';
export { Target } from './data/target.entity.js';
export { type Outcome, OUTCOMES } from './domain/outcomes.js';
export type { TargetWish } from './domain/targets.js';
export { ReportingModule } from './reporting.module.js';
export { reportingMessages } from './messages/index.js';
