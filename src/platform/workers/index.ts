export { TaskQueue } from './task-queue.js';
export { PoolClosed, type TaskOutcome } from './task-worker.js';
export { type PoolSettings, workerFile, WorkerPool } from './worker-pool.js';
