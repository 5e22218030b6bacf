export { BindRegister } from './actions/bind-register.js';
export { checkStoredKeys, type KeyReport } from './actions/checks/check-stored-keys.js';
export { type LogVerification, NoCheckpoint, verifyKeysFrom, verifyLog } from './actions/verify-log.js';
export {
  countWithDocuments,
  documentFaults,
  type DocumentsOfCertificate,
  storedDocuments,
} from './data/stored-documents.js';
export { integrityProviders } from './integrity.providers.js';
export { integrityMessages } from './messages/index.js';
