export { DeclareClosure, LoadHolidayNotice } from './actions/academy-calendar.js';
export { EnterNotice } from './actions/enter-notice.js';
export { calendarControllers, calendarProviders } from './calendar.providers.js';
export { calendarMessages } from './messages/index.js';
export { dayText } from './web/calendar-details.page.js';
