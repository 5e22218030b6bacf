export * from './domain/index.js';
export { CalendarFeeds } from './actions/calendar-feeds.js';
export { SessionEvents } from './actions/session-events.js';
export { CalendarFeed } from './data/calendar-feed.entity.js';
export { feedControllers, feedProviders } from './feeds.providers.js';
export { feedMessages } from './messages/index.js';
export { FeedAddresses, type FeedView } from './web/feed-addresses.js';
