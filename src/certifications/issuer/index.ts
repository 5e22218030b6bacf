export { GenuineKeys } from './actions/genuine-keys.js';
export { IssuerKeys } from './actions/issuer-keys.js';
export { IssuerKey } from './data/issuer-key.entity.js';
export {
  allIssuerKeys,
  compromisedByAudit,
  type IssuerKeyRow,
  keyMacs,
  keyName,
  publicKey,
  keysAsStored,
  logKeysAmong,
  encryptedSecrets,
} from './data/issuer-keys.js';
export { StatusList } from './data/status-list.entity.js';
export { StatusEntry } from './data/status-entry.entity.js';
export { newestListOfRows } from './data/status-lists.js';
export { drawPlaces, type StatusPosition } from './data/status-positions.js';
export { issuerControllers, issuerProviders } from './issuer.providers.js';
export { issuerMessages } from './messages/index.js';
