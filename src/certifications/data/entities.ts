import { Certificate } from './certificate.entity.js';
import { CertificateEvent } from './certificate-event.entity.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { NumberSequence } from './number-sequence.entity.js';
import { VerificationBatch } from './verification-batch.entity.js';
import { VerificationRecord } from './verification-record.entity.js';

export const certificationEntities = [CertificateTemplate, Certificate, CertificateEvent, NumberSequence, VerificationBatch, VerificationRecord];
