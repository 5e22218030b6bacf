import { resourceAuditMessages } from './audit-messages.js';
import { resourceRefusalMessages } from './refusal-messages.js';
import { availabilityMessages } from './availability-messages.js';
import { impactMessages } from './impact-messages.js';
import { licenceMessages } from './licences-messages.js';
import { instructorMessages } from './instructor-messages.js';
import { roomMessages } from './room-messages.js';

export const resourceMessages = {
  ...resourceRefusalMessages,
  ...availabilityMessages,
  ...impactMessages,
  ...licenceMessages,
  ...roomMessages,
  ...instructorMessages,
  ...resourceAuditMessages,
};
