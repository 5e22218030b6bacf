import { CalendarFeeds } from './actions/calendar-feeds.js';
import { SessionEvents } from './actions/session-events.js';
import { CalendarFeedController } from './web/calendar-feed.controller.js';
import { FeedAddresses } from './web/feed-addresses.js';
import { FeedTexts } from './web/feed-texts.js';
import { FeedsController } from './web/feeds.controller.js';
import { MyCalendarController } from './web/my-calendar.controller.js';

export const feedControllers = [MyCalendarController, CalendarFeedController, FeedsController];

export const feedProviders = [CalendarFeeds, SessionEvents, FeedAddresses, FeedTexts];
