import { documentRefusalMessages } from './refusal-messages.js';

/** Everything that documents says, in both languages. */
export const documentMessages = {
  ...documentRefusalMessages,
};
