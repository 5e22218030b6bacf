export * from './domain/index.js';
export { BindOutcomes } from './actions/bind-outcomes.js';
export { WatchRegister } from './actions/watch-register.js';
export { CheckRecords } from './actions/check-records.js';
export { ClearAlarms } from './actions/clear-alarms.js';
export { OwnRegisterWriter } from './actions/own-register-writer.js';
export { RegisterBinding } from './actions/register-binding.js';
export { RegisterKey, registerKeyFrom } from './actions/register-key.js';
export { noteRestore, RegisterMark, registerSeen } from './actions/register-mark.js';
export { ReportAlteredRecord } from './actions/report-altered-record.js';
export { bindingProviders } from './binding.providers.js';
export {
  boundAsWritten,
  boundCount,
  type ChangedRecord,
  insertBindings,
  type NewRecord,
  updateBindings,
} from './data/bind-certificates.js';
export {
  bindPlanRecords,
  isPlanWhole,
  type Plan,
  plannedAmong,
  plansUnderWay,
  type StoredPlan,
} from './data/bind-plans.js';
export {
  type Bindable,
  bindRecords,
  boundAmong,
  recordsBound,
  unbindRecords,
  wasRecordBound,
} from './data/bind-records.js';
export {
  boundOutcome,
  type CheckedOutcomes,
  checkedOutcomes,
  cohortsWithOutcomes,
  hasEnded,
} from './data/bound-outcomes.js';
export { CertificateBinding } from './data/certificate-binding.entity.js';
export { certificatesOfCredentials, credentialText, endedCertificates } from './data/ended-certificates.js';
export { issuedSince } from './data/issued-since.js';
export { logStanding } from './data/log-standing.js';
export {
  boundWithSameNumber,
  changeByTags,
  idsOf,
  type IdsByNumber,
  lostToLookUps,
  tagCertificates,
  untagged,
} from './data/look-up-tags.js';
export { RecordBinding } from './data/record-binding.entity.js';
export { RegisterAlarm } from './data/register-alarm.entity.js';
export {
  type CheckedRecord,
  frozenRecordOf,
  type RegisterRecord,
  registerRecordByToken,
  registerRecords,
} from './data/register-records.js';
export { scanLookUps } from './data/scan-look-ups.js';
export { sequencesMoved } from './data/sequences-moved.js';
export type { WrittenRows, WrittenEvent, WrittenHiding } from './data/written.js';
export { bindingMessages } from './messages/index.js';
