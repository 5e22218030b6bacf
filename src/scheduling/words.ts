import { availabilityWords } from './words-of-availability.js';
import { foresightWords } from './words-of-foresight.js';
import { licenceWords } from './words-of-licences.js';
import { feedWords } from './words-of-feeds.js';
import { bulletinWords } from './words-of-bulletins.js';
import { calendarWords } from './words-of-calendar.js';
import { clashWords } from './words-of-clashes.js';
import { schedulingRefusalWords } from './words-of-refusals.js';
import { patternWords } from './words-of-patterns.js';
import { planRefusalWords, planWords } from './words-of-plans.js';
import { resourceWords } from './words-of-resources.js';
import { sessionWords } from './words-of-sessions.js';
import { timetableWords } from './words-of-timetable.js';

export const schedulingWords = {
  ...schedulingRefusalWords, ...sessionWords, ...clashWords, ...patternWords, ...planRefusalWords, ...planWords, ...resourceWords, ...timetableWords, ...calendarWords, ...feedWords, ...bulletinWords, ...availabilityWords, ...foresightWords, ...licenceWords,
};
