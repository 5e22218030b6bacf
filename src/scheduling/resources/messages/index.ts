import { resourceAuditWords } from './audit-words.js';
import { resourceRefusalWords } from './refusal-words.js';
import { availabilityWords } from './words-of-availability.js';
import { foresightWords } from './words-of-foresight.js';
import { licenceWords } from './words-of-licences.js';
import { instructorMessages } from './instructor-messages.js';
import { roomMessages } from './room-messages.js';

/** Everything that resources says, in both languages. */
export const resourceMessages = {
  ...resourceRefusalWords,
  ...availabilityWords,
  ...foresightWords,
  ...licenceWords,
  ...roomMessages,
  ...instructorMessages,
  ...resourceAuditWords,
};
