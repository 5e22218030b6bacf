import { Certificate } from './certificate.entity.js';
import { CertificateEvent } from './certificate-event.entity.js';
import { CertificateBatch, CertificateBatchItem } from './life/certificate-batch.entities.js';
import { CertificateReason } from './life/certificate-reason.entity.js';
import { CertificateHiding, CertificateView, ShareLink } from './life/holder-rights.entities.js';
import { ExpiryReminder, RenewalRequest, RenewalRule } from './life/renewal.entities.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { NumberSequence } from './number-sequence.entity.js';
import { VerificationBatch } from './verification-batch.entity.js';
import { VerificationRecord } from './verification-record.entity.js';

const lifeEntities = [CertificateHiding, ShareLink, CertificateView, CertificateReason, RenewalRule, RenewalRequest, ExpiryReminder, CertificateBatch, CertificateBatchItem];

export const certificationEntities = [CertificateTemplate, Certificate, CertificateEvent, NumberSequence, VerificationBatch, VerificationRecord, ...lifeEntities];
