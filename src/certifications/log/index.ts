export { checkLog, type KeptCheckpoint } from './actions/check-log.js';
export { FollowLog } from './actions/follow-log.js';
export { PublishedLog } from './actions/published-log.js';
export { appendToLog, type LogEvent, type LogWriter, resignLog } from './data/append-to-log.js';
export { foreignObjects, missingRegisterIndexes, registerIndexFaults } from './data/foreign-objects.js';
export { LogEntry } from './data/log-entry.entity.js';
export { LogHasBeenChanged } from './data/log-has-been-changed.js';
export { LogHash } from './data/log-hash.entity.js';
export { LogHead } from './data/log-head.entity.js';
export { entriesOf, logHead, newestCheckpoint } from './data/log-reads.js';
export { inParts } from './data/log-subjects.js';
export { presentCertificate, presentCertificates, type StoredCertificateState } from './data/present-certificates.js';
export { RegisterStateRow } from './data/register-state.entity.js';
export { beginEpoch, type BindingChange, lockRegister } from './data/locked-register.js';
export { type AcceptedState, rebuildRegisterState } from './data/rebuild-register-state.js';
export {
  putBack,
  readRegister,
  REGISTER_MAC,
  type RegisterFault,
  type RegisterReading,
} from './data/register-state.js';
export { addUpBindings, SUMMED_COLUMNS, totalOfBindings } from './data/total-of-bindings.js';
export { timeAfterLog } from './data/time-after-log.js';
export { removeUnsignedRows } from './data/unsigned-rows.js';
export { logControllers, logProviders } from './log.providers.js';
export {
  alteredParts,
  type Binding,
  BINDING_ACTS,
  type BindingAct,
  bindingHolds,
  bindState,
  type BoundPart,
  type BoundState,
  type Cell,
  hashParts,
  isGenuine,
  type LookUpTags,
  lookUpTags,
  macHolds,
  macOf,
  numberCell,
  numberTag,
  storedNumber,
  storedNumberOrNull,
  tokenTag,
} from './log/bound-record.js';
export { readCheckpoint } from './log/checkpoint.js';
export { type DocumentHashes, isLogEvent, issueIn, type LogEventKind, loggedForms, readEntry } from './log/entry.js';
export { type Finding, finding, type FindingCode } from './log/findings.js';
export { contradicts, logAgreement, type ReadLog } from './log/log-agreement.js';
export { LOG_KEYS, type LogKeys, type LogSigner } from './log/log-keys.js';
export type { NoteKey, NoteSigner } from './log/note.js';
export { type FrozenRecord, jcsHash, recordHash } from './log/record.js';
export {
  addToSum,
  isTotalOf,
  boundKeysOf,
  hasGoneOn,
  isAsRestored,
  keyCheck,
  NO_BINDINGS,
  NOTHING_SEEN,
  type RegisterWriter,
  logOf,
  type PlanBinding,
  planSum,
  type SumCoverage,
  type SummedBinding,
  sumOf,
  type TotalOfBindings,
  type RegisterState,
  type RestoredRegister,
  type StoredRegisterState,
  type SeenRegister,
} from './log/register-state.js';
export { type LoggedEntries, standingFindings } from './log/standing-check.js';
export { logMessages } from './messages/index.js';
