import { coreRefusalMessages } from './refusal-messages.js';

/** All texts of core, in both languages. */
export const coreMessages = {
  ...coreRefusalMessages,
};
