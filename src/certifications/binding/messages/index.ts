import { bindingRefusalWords } from './refusal-words.js';

/** Everything that binding says, in both languages. */
export const bindingMessages = {
  ...bindingRefusalWords,
};
