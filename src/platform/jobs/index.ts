export { JOB_STATES, type JobState } from './job.entity.js';
export { Jobs, type JobUnderWay, type Progress, type Step, type StepTaken } from './jobs.js';
export { Ticker } from './ticker.js';
export { TimeBudget, yieldToRequests } from './yielding.js';
