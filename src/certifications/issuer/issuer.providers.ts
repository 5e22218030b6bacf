import { LOG_KEYS } from '../log/index.js';
import { ChangeIssuerKeys } from './actions/change-issuer-keys.js';
import { EndedStatusPositions } from './actions/ended-status-positions.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { StatusLists } from './actions/status-lists.js';
import { IssuerKeysController } from './web/issuer-keys.controller.js';
import { IssuerController } from './web/issuer.controller.js';
import { KeyChangeController } from './web/key-change.controller.js';

export const issuerControllers = [IssuerKeysController, IssuerController, KeyChangeController];

export const issuerProviders = [
  ChangeIssuerKeys,
  EndedStatusPositions,
  IssuerKeys,
  StatusLists,
  { provide: LOG_KEYS, useExisting: IssuerKeys },
];
