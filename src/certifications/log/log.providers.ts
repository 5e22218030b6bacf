import { FollowLog } from './actions/follow-log.js';
import { PublishedLog } from './actions/published-log.js';
import { LogController } from './web/log.controller.js';

export const logControllers = [LogController];

export const logProviders = [FollowLog, PublishedLog];
