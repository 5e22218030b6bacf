import { availabilityWords } from './words-of-availability.js';
import { licenceWords } from './words-of-licences.js';
import { schedulingRefusalWords } from './words-of-refusals.js';
import { resourceWords } from './words-of-resources.js';
import { sessionWords } from './words-of-sessions.js';

export const schedulingWords = { ...schedulingRefusalWords, ...sessionWords, ...resourceWords, ...availabilityWords, ...licenceWords };
