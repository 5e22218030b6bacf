import { bindingRefusalMessages } from './refusal-messages.js';

/** All texts of binding, in both languages. */
export const bindingMessages = {
  ...bindingRefusalMessages,
};
