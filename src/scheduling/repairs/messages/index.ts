import { repairRefusalMessages } from './refusal-messages.js';
import { repairPageMessages } from './repair-messages.js';

export const repairMessages = {
  ...repairRefusalMessages,
  ...repairPageMessages,
};
