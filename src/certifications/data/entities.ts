import { Certificate } from './certificate.entity.js';
import { CertificateEvent } from './certificate-event.entity.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { LogEntry } from './log-entry.entity.js';
import { LogHash } from './log-hash.entity.js';
import { LogHead } from './log-head.entity.js';
import { IssuerKey } from './issuer-key.entity.js';
import { NumberSequence } from './number-sequence.entity.js';
import { CertificateForm } from './sealing/certificate-form.entity.js';
import { CertificateSeal } from './sealing/certificate-seal.entity.js';
import { DrawnNumber } from './sealing/drawn-number.entity.js';
import { Issuance, IssuanceItem } from './sealing/issuance.entity.js';
import { StatusPlace } from './sealing/status-place.entity.js';
import { VerificationReceipt } from './verification-receipt.entity.js';
import { VerificationBatch } from './verification-batch.entity.js';
import { VerificationRecord } from './verification-record.entity.js';
import { WebhookDelivery } from './webhooks/webhook-delivery.entity.js';
import { Webhook } from './webhooks/webhook.entity.js';

export const certificationEntities = [
  CertificateTemplate, Certificate, CertificateEvent, NumberSequence, IssuerKey,
  LogHead, LogEntry, LogHash,
  StatusPlace, CertificateSeal, CertificateForm, DrawnNumber, Issuance, IssuanceItem,
  VerificationReceipt,
  VerificationBatch, VerificationRecord, Webhook, WebhookDelivery,
];
