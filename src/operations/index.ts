export {
  type AcademyToCheck,
  checkAcademy,
  checkCopy,
  type CheckLine,
  type CheckOutcome,
} from './actions/check-academy.js';
export { type CertificateJudge, type DrillReport, verifyEveryCertificate } from './actions/verify-every-certificate.js';
export { requestBackup } from './actions/request-backup.js';
export { failingSince, lastGoodRun, latestRun } from './data/backup-runs.js';
export { operationsEntities } from './data/entities.js';
export { type BackupStanding, standingOf } from './domain/schedule.js';
export { OperationsModule } from './operations.module.js';
export { operationsMessages } from './messages/operations-messages.js';
