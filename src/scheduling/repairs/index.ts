export { repairMessages } from './messages/index.js';
export { repairControllers, repairProviders } from './repairs.providers.js';
