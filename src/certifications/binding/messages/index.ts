import { bindingRefusalMessages } from './refusal-messages.js';

/** Everything that binding says, in both languages. */
export const bindingMessages = {
  ...bindingRefusalMessages,
};
