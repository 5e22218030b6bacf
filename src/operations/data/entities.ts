import { BackupRun } from './backup-run.entity.js';

export const operationsEntities = [BackupRun];
