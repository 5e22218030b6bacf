import { coreRefusalMessages } from './refusal-messages.js';

/** Everything that core says, in both languages. */
export const coreMessages = {
  ...coreRefusalMessages,
};
