export { ShareLink } from './data/share-link.entity.js';
export { holderControllers, holderProviders } from './holders.providers.js';
export { holderMessages } from './messages/index.js';
