import { schedulingRefusalWords } from './words-of-refusals.js';
import { resourceWords } from './words-of-resources.js';
import { sessionWords } from './words-of-sessions.js';
import { timetableWords } from './words-of-timetable.js';

export const schedulingWords = { ...schedulingRefusalWords, ...sessionWords, ...resourceWords, ...timetableWords };
