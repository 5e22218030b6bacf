import { CertificateBinding, RecordBinding, RegisterAlarm } from '../binding/index.js';
import { Certificate, CertificateEvent } from '../core/index.js';
import { CertificateDocument, SignedCertificate } from '../documents/index.js';
import { ShareLink } from '../holders/index.js';
import { IssuerKey, StatusList, StatusEntry } from '../issuer/index.js';
import { DrawnNumber, Issuance, IssuanceItem, IssuanceResult, NumberSequence } from '../issuing/index.js';
import {
  CertificateBatch,
  CertificateBatchItem,
  CertificateReason,
  ExpiryReminder,
  RenewalRequest,
  RenewalRule,
} from '../lifecycle/index.js';
import { LogEntry, LogHash, LogHead, RegisterStateRow } from '../log/index.js';
import { CertificateHiding, CertificateView } from '../register/index.js';
import { AchievementTemplate, CertificateTemplate, NamedTemplate, NamedTemplateVersion } from '../templates/index.js';
import {
  VerificationAlarm,
  VerificationList,
  VerificationReceipt,
  VerificationRecord,
  VerificationTry,
} from '../verification/index.js';
import { Webhook, WebhookDelivery } from '../webhooks/index.js';

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
  CertificateDocument,
  SignedCertificate,
  DrawnNumber,
  IssuanceResult,
  Issuance,
  IssuanceItem,
  StatusEntry,
  VerificationAlarm,
  VerificationTry,
  VerificationReceipt,
  VerificationList,
  VerificationRecord,
  WebhookDelivery,
  Webhook,
];
