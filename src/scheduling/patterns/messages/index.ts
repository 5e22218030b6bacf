import { patternRefusalMessages } from './refusal-messages.js';
import { patternPageMessages } from './patterns-messages.js';

/** Everything that patterns says, in both languages. */
export const patternMessages = {
  ...patternRefusalMessages,
  ...patternPageMessages,
};
