import { coreRefusalWords } from './refusal-words.js';

/** Everything that core says, in both languages. */
export const coreMessages = {
  ...coreRefusalWords,
};
