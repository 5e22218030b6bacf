import { Certificate } from './certificate.entity.js';
import { CertificateEvent } from './certificate-event.entity.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { LogEntry } from './log-entry.entity.js';
import { LogHash } from './log-hash.entity.js';
import { LogHead } from './log-head.entity.js';
import { NumberSequence } from './number-sequence.entity.js';

export const certificationEntities = [CertificateTemplate, Certificate, CertificateEvent, NumberSequence, LogHead, LogEntry, LogHash];
