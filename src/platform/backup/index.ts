export { LEFTOVER, removeLeftovers } from './archive.js';
export { BackupFault } from './backup-fault.js';
export { inMegabytes } from './copy-sqlite.js';
export { type NewBackup, type BackupPlan, type BackupRequest, makeBackup, planBackup } from './make-backup.js';
export { type DatabaseKind, isAuthentic, type Manifest } from './manifest.js';
export { type Backup, demandAuthentic, demandMarked, keyFits, openBackup } from './read-backup.js';
export {
  demandKnownSchema,
  restoreBackup,
  type RestoreResult,
  type RestoreRequest,
  stampOf,
} from './restore-backup.js';
export { openCopy, type OpenedCopy } from './scratch.js';
export { startBackup } from './start-backup.js';
