import { documentRefusalMessages } from './refusal-messages.js';

/** All texts of documents, in both languages. */
export const documentMessages = {
  ...documentRefusalMessages,
};
