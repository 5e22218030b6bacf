import { calendarMessages } from '../calendar/index.js';
import { coreMessages } from '../core/index.js';
import { feedMessages } from '../feeds/index.js';
import { notificationMessages } from '../notifications/index.js';
import { patternMessages } from '../patterns/index.js';
import { planMessages } from '../plans/index.js';
import { repairMessages } from '../repairs/index.js';
import { resourceMessages } from '../resources/index.js';
import { sessionMessages } from '../sessions/index.js';

/** Everything that the module says, in both languages. */
export const schedulingMessages = {
  ...coreMessages,
  ...calendarMessages,
  ...feedMessages,
  ...resourceMessages,
  ...sessionMessages,
  ...planMessages,
  ...patternMessages,
  ...repairMessages,
  ...notificationMessages,
};
