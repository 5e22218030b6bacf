export { DeclareClosure, LoadHolidayNotice } from './actions/academy-calendar.js';
export { LiftClosure } from './actions/lift-closure.js';
export { EnterNotice } from './actions/enter-notice.js';
export { FollowNotice } from './actions/follow-notice.js';
export { calendarControllers, calendarProviders } from './calendar.providers.js';
export { calendarMessages } from './messages/index.js';
export { dayText } from './web/calendar-details.page.js';
