import { repairRefusalWords } from './refusal-words.js';

/** Everything that repairs says, in both languages. */
export const repairMessages = {
  ...repairRefusalWords,
};
