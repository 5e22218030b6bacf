import { BackupRun } from './backup-run.entity.js';

/** Every table of the module. */
export const operationsEntities = [BackupRun];
