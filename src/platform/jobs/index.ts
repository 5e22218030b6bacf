export { Heartbeat } from './heartbeat.js';
export { JOB_STATES, type JobState } from './job.entity.js';
export type { Progress } from './job-progress.js';
export { Jobs, type JobUnderWay, type Step, type StepResult } from './jobs.js';
export { persist } from './persist.js';
export { RunningTurn, type TaskTurn } from './task-turn.js';
export { type RecurringTask, Ticker } from './ticker.js';
export { BACKGROUND_TIMING, type BackgroundTiming, USUAL_TIMING } from './timing.js';
export { standAside, TimeBudget, yieldToRequests } from './yielding.js';
