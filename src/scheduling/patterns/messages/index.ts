import { patternRefusalWords } from './refusal-words.js';
import { patternWords } from './words-of-patterns.js';

/** Everything that patterns says, in both languages. */
export const patternMessages = {
  ...patternRefusalWords,
  ...patternWords,
};
