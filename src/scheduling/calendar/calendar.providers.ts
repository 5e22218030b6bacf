import { DeclareClosure, LoadHolidayNotice } from './actions/academy-calendar.js';
import { EnterNotice } from './actions/enter-notice.js';
import { FollowNotice } from './actions/follow-notice.js';
import { CalendarPages } from './web/calendar.page.js';
import { CalendarController } from './web/calendar.controller.js';
import { NoticesController } from './web/notices.controller.js';
import { LiftClosure } from './actions/lift-closure.js';

export const calendarControllers = [CalendarController, NoticesController];

export const calendarProviders = [
  LoadHolidayNotice,
  DeclareClosure,
  LiftClosure,
  EnterNotice,
  FollowNotice,
  CalendarPages,
];
