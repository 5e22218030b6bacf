import { feedWords } from './words-of-feeds.js';
import { calendarWords } from './words-of-calendar.js';
import { clashWords } from './words-of-clashes.js';
import { schedulingRefusalWords } from './words-of-refusals.js';
import { resourceWords } from './words-of-resources.js';
import { sessionWords } from './words-of-sessions.js';
import { timetableWords } from './words-of-timetable.js';

export const schedulingWords = { ...schedulingRefusalWords, ...sessionWords, ...clashWords, ...resourceWords, ...timetableWords, ...calendarWords, ...feedWords };
