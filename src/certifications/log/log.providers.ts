import { FollowLog } from './actions/follow-log.js';
import { PublishedLog } from './actions/published-log.js';
import { LogProofController } from './web/log-proof.controller.js';
import { LogController } from './web/log.controller.js';

export const logControllers = [LogProofController, LogController];

export const logProviders = [FollowLog, PublishedLog];
