export * from './domain/index.js';
export { ReplaceCalendarFeed } from './actions/replace-calendar-feed.js';
export { RevokeCalendarFeed } from './actions/revoke-calendar-feed.js';
export { SessionEvents } from './actions/session-events.js';
export { CalendarFeed } from './data/calendar-feed.entity.js';
export { CalendarFeeds } from './data/calendar-feeds.js';
export { feedControllers, feedProviders } from './feeds.providers.js';
export { feedMessages } from './messages/index.js';
export { FeedAddresses, type FeedView } from './web/feed-addresses.js';
