import { resourceAuditWords } from './audit-words.js';
import { resourceRefusalWords } from './refusal-words.js';
import { availabilityWords } from './words-of-availability.js';
import { foresightWords } from './words-of-foresight.js';
import { licenceWords } from './words-of-licences.js';
import { resourceWords } from './words-of-resources.js';

/** Everything that resources says, in both languages. */
export const resourceMessages = {
  ...resourceRefusalWords,
  ...availabilityWords,
  ...foresightWords,
  ...licenceWords,
  ...resourceWords,
  ...resourceAuditWords,
};
