import { AuditEntry } from './audit/audit-entry.entity.js';
import { ThrottleWindow } from './http/throttle.js';
import { Job } from './jobs/job.entity.js';
import { Lease } from './jobs/lease.entity.js';
import { OutboxMessage } from './outbox/outbox-message.entity.js';
import { StoredPicture } from './pictures/picture.entity.js';

export const platformEntities = [AuditEntry, ThrottleWindow, Lease, Job, OutboxMessage, StoredPicture];
