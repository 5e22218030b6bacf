import { templateAuditMessages } from './audit-messages.js';
import { templateRefusalMessages } from './refusal-messages.js';
import { templatePageMessages } from './template-messages.js';

/** All texts of templates, in both languages. */
export const templateMessages = {
  ...templateRefusalMessages,
  ...templatePageMessages,
  ...templateAuditMessages,
};
