import { achievementMessages } from './achievement-messages.js';
import { courseAuditMessages } from './audit-messages.js';
import { courseActMessages } from './course-act-messages.js';
import { courseFormMessages } from './form-messages.js';
import { coursePageMessages } from './page-messages.js';
import { pictureMessages } from './picture-messages.js';
import { courseRefusalMessages } from './refusal-messages.js';

/** All texts of the module, in both languages. */
export const courseMessages = {
  ...courseAuditMessages,
  ...courseRefusalMessages,
  ...courseFormMessages,
  ...courseActMessages,
  ...pictureMessages,
  ...achievementMessages,
  ...coursePageMessages,
};
