import { feedWords } from './words-of-feeds.js';
import { schedulingRefusalWords } from './words-of-refusals.js';
import { planRefusalWords, planWords } from './words-of-plans.js';
import { resourceWords } from './words-of-resources.js';
import { sessionWords } from './words-of-sessions.js';

export const schedulingWords = { ...schedulingRefusalWords, ...sessionWords, ...planRefusalWords, ...planWords, ...resourceWords, ...feedWords };
