import { CertificateBinding } from './binding/certificate-binding.entity.js';
import { RecordBinding } from './binding/record-binding.entity.js';
import { RegisterStateRow } from './register/register-state.entity.js';
import { RegisterAlarm } from './binding/register-alarm.entity.js';
import { Certificate } from './certificate.entity.js';
import { CertificateEvent } from './certificate-event.entity.js';
import { CertificateBatch, CertificateBatchItem } from './life/certificate-batch.entities.js';
import { CertificateReason } from './life/certificate-reason.entity.js';
import { CertificateHiding, CertificateView, ShareLink } from './life/holder-rights.entities.js';
import { ExpiryReminder, RenewalRequest, RenewalRule } from './life/renewal.entities.js';
import { CertificateTemplate } from './certificate-template.entity.js';
import { LogEntry } from './log-entry.entity.js';
import { LogHash } from './log-hash.entity.js';
import { LogHead } from './log-head.entity.js';
import { IssuerKey } from './issuer-key.entity.js';
import { AchievementTemplate, NamedTemplate, NamedTemplateVersion } from './named-template.entity.js';
import { NumberSequence } from './number-sequence.entity.js';
import { StatusList } from './status-list.entity.js';
import { CertificateForm } from './sealing/certificate-form.entity.js';
import { CertificateSeal } from './sealing/certificate-seal.entity.js';
import { DrawnNumber } from './sealing/drawn-number.entity.js';
import { IssuanceResult } from './sealing/issuance-result.entity.js';
import { Issuance, IssuanceItem } from './sealing/issuance.entity.js';
import { StatusPlace } from './sealing/status-place.entity.js';
import { VerificationAlarm } from './tries/verification-alarm.entity.js';
import { VerificationTry } from './tries/verification-try.entity.js';
import { VerificationReceipt } from './verification-receipt.entity.js';
import { VerificationBatch } from './verification-batch.entity.js';
import { VerificationRecord } from './verification-record.entity.js';
import { WebhookDelivery } from './webhooks/webhook-delivery.entity.js';
import { Webhook } from './webhooks/webhook.entity.js';

/** Every table of the module. */
export const certificationEntities = [
  Certificate,
  CertificateEvent,
  CertificateBinding,
  RecordBinding,
  RegisterStateRow,
  RegisterAlarm,
  CertificateBatch,
  CertificateBatchItem,
  CertificateReason,
  CertificateHiding,
  CertificateView,
  ShareLink,
  ExpiryReminder,
  RenewalRequest,
  RenewalRule,
  CertificateTemplate,
  LogEntry,
  LogHash,
  LogHead,
  IssuerKey,
  AchievementTemplate,
  NamedTemplate,
  NamedTemplateVersion,
  NumberSequence,
  StatusList,
  CertificateForm,
  CertificateSeal,
  DrawnNumber,
  IssuanceResult,
  Issuance,
  IssuanceItem,
  StatusPlace,
  VerificationAlarm,
  VerificationTry,
  VerificationReceipt,
  VerificationBatch,
  VerificationRecord,
  WebhookDelivery,
  Webhook,
];
