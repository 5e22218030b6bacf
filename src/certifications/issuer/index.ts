export { IssuerKeys } from './actions/issuer-keys.js';
export { IssuerKey } from './data/issuer-key.entity.js';
export {
  allIssuerKeys,
  compromisedByAudit,
  type IssuerKeyRow,
  keyMacs,
  keysAsStored,
  encryptedSecrets,
} from './data/issuer-keys.js';
export { StatusList } from './data/status-list.entity.js';
export { StatusPlace } from './data/status-place.entity.js';
export { drawPlaces, type Place } from './data/status-places.js';
export { issuerControllers, issuerProviders } from './issuer.providers.js';
export { issuerMessages } from './messages/index.js';
