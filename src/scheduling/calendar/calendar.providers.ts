import { DeclareClosure } from './actions/declare-closure.js';
import { EnterHoliday } from './actions/enter-holiday.js';
import { EnterMakeUpDay } from './actions/enter-make-up-day.js';
import { FollowNotice } from './actions/follow-notice.js';
import { LiftClosure } from './actions/lift-closure.js';
import { LoadHolidayNotice } from './actions/load-holiday-notice.js';
import { RemoveHoliday } from './actions/remove-holiday.js';
import { RemoveMakeUpDay } from './actions/remove-make-up-day.js';
import { CalendarController } from './web/calendar.controller.js';
import { CalendarPages } from './web/calendar.page.js';
import { ClosuresController } from './web/closures.controller.js';
import { MakeUpDaysController } from './web/make-up-days.controller.js';
import { NoticeHolidaysController } from './web/notice-holidays.controller.js';
import { NoticeMakeUpDaysController } from './web/notice-make-up-days.controller.js';
import { NoticesController } from './web/notices.controller.js';

export const calendarControllers = [
  CalendarController,
  ClosuresController,
  MakeUpDaysController,
  NoticesController,
  NoticeHolidaysController,
  NoticeMakeUpDaysController,
];

export const calendarProviders = [
  LoadHolidayNotice,
  DeclareClosure,
  LiftClosure,
  EnterHoliday,
  RemoveHoliday,
  EnterMakeUpDay,
  RemoveMakeUpDay,
  FollowNotice,
  CalendarPages,
];
