import { documentRefusalWords } from './refusal-words.js';

/** Everything that documents says, in both languages. */
export const documentMessages = {
  ...documentRefusalWords,
};
