import { repairRefusalMessages } from './refusal-messages.js';
import { repairPageMessages } from './repair-messages.js';

/** Everything that repairs says, in both languages. */
export const repairMessages = {
  ...repairRefusalMessages,
  ...repairPageMessages,
};
