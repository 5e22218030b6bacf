import { ReplaceCalendarFeed } from './actions/replace-calendar-feed.js';
import { RevokeCalendarFeed } from './actions/revoke-calendar-feed.js';
import { SessionEvents } from './actions/session-events.js';
import { CalendarFeeds } from './data/calendar-feeds.js';
import { FeedSecrets } from './data/feed-secrets.js';
import { CalendarFeedController } from './web/calendar-feed.controller.js';
import { FeedAddresses } from './web/feed-addresses.js';
import { FeedTexts } from './web/feed-texts.js';
import { FeedsController } from './web/feeds.controller.js';
import { MyCalendarController } from './web/my-calendar.controller.js';

export const feedControllers = [MyCalendarController, CalendarFeedController, FeedsController];

export const feedProviders = [
  ReplaceCalendarFeed,
  RevokeCalendarFeed,
  CalendarFeeds,
  FeedSecrets,
  SessionEvents,
  FeedAddresses,
  FeedTexts,
];
