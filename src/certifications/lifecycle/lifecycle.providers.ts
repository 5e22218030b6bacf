import { WAITING_RENEWAL } from '../register/index.js';
import { BeginBatch } from './actions/begin-batch.js';
import { CheckBatchItem } from './actions/check-batch-item.js';
import { CheckBatchPlan } from './actions/check-batch-plan.js';
import { ResumeBatch } from './actions/resume-batch.js';
import { StopBatch } from './actions/stop-batch.js';
import { ChangeRenewalRule } from './actions/change-renewal-rule.js';
import { DeclineRenewal } from './actions/decline-renewal.js';
import { ReissueCertificate } from './actions/reissue-certificate.js';
import { RemindOfExpiry } from './actions/remind-of-expiry.js';
import { RenewCertificate } from './actions/renew-certificate.js';
import { RequestRenewal } from './actions/request-renewal.js';
import { RevokeCertificate } from './actions/revoke-certificate.js';
import { ShowBeforeAct } from './actions/show-before-act.js';
import { TakeBatchStep } from './actions/take-batch-step.js';
import { WaitingRenewalOfCertificate } from './data/waiting-renewal-of-certificate.js';
import { BatchPreviews } from './web/batch-preview.js';
import { WatchPlans } from './actions/watch-plans.js';
import { ShowBatchItems } from './web/batch-items.js';
import { BatchController } from './web/batch.controller.js';
import { RenewalRulesController } from './web/renewal-rules.controller.js';
import { RenewalController } from './web/renewal.controller.js';
import { RenewalsController } from './web/renewals.controller.js';
import { ReplacementController } from './web/replacement.controller.js';
import { RevocationController } from './web/revocation.controller.js';
import { RevocationsController } from './web/revocations.controller.js';

export const lifecycleControllers = [
  BatchController,
  RenewalRulesController,
  RenewalController,
  RenewalsController,
  ReplacementController,
  RevocationController,
  RevocationsController,
];

export const lifecycleProviders = [
  BeginBatch,
  CheckBatchItem,
  CheckBatchPlan,
  WatchPlans,
  ShowBatchItems,
  StopBatch,
  ResumeBatch,
  ChangeRenewalRule,
  DeclineRenewal,
  ReissueCertificate,
  RemindOfExpiry,
  RenewCertificate,
  RequestRenewal,
  RevokeCertificate,
  ShowBeforeAct,
  TakeBatchStep,
  BatchPreviews,
  WaitingRenewalOfCertificate,
  { provide: WAITING_RENEWAL, useExisting: WaitingRenewalOfCertificate },
];
