import { BindAtFirstStart } from './actions/bind-at-first-start.js';
import { BindKeptAnswers } from './actions/bind-kept-answers.js';
import { BindReceipts } from './actions/bind-receipts.js';
import { BindRegister } from './actions/bind-register.js';
import { BindEarlierOutcomes } from './actions/bind-earlier-outcomes.js';
import { BindStoredOutcomes } from './actions/bind-stored-outcomes.js';
import { BindUnboundCertificates } from './actions/bind-unbound-certificates.js';
import { FittingKeys } from './actions/fitting-keys.js';
import { PlansToBelieve } from './actions/plans-to-believe.js';
import { TagCertificates } from './actions/tag-certificates.js';

export const integrityProviders = [
  BindAtFirstStart,
  BindKeptAnswers,
  BindReceipts,
  BindRegister,
  BindEarlierOutcomes,
  BindStoredOutcomes,
  BindUnboundCertificates,
  FittingKeys,
  PlansToBelieve,
  TagCertificates,
];
