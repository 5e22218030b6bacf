import { patternRefusalMessages } from './refusal-messages.js';
import { patternPageMessages } from './patterns-messages.js';

export const patternMessages = {
  ...patternRefusalMessages,
  ...patternPageMessages,
};
