import { repairRefusalWords } from './refusal-words.js';
import { repairPageMessages } from './repair-messages.js';

/** Everything that repairs says, in both languages. */
export const repairMessages = {
  ...repairRefusalWords,
  ...repairPageMessages,
};
