import { LOG_KEYS } from '../log/index.js';
import { DeclareKeyCompromised } from './actions/declare-key-compromised.js';
import { EndedStatusPositions } from './actions/ended-status-positions.js';
import { GenuineKeys } from './actions/genuine-keys.js';
import { ImportIssuerKey } from './actions/import-issuer-key.js';
import { IssuerKeys } from './actions/issuer-keys.js';
import { ReplaceIssuerKey } from './actions/replace-issuer-key.js';
import { RotateIssuerKey } from './actions/rotate-issuer-key.js';
import { StatusLists } from './actions/status-lists.js';
import { IssuerKeysController } from './web/issuer-keys.controller.js';
import { IssuerController } from './web/issuer.controller.js';
import { KeyChangeController } from './web/key-change.controller.js';

export const issuerControllers = [IssuerKeysController, IssuerController, KeyChangeController];

export const issuerProviders = [
  DeclareKeyCompromised,
  EndedStatusPositions,
  GenuineKeys,
  ImportIssuerKey,
  IssuerKeys,
  ReplaceIssuerKey,
  RotateIssuerKey,
  StatusLists,
  { provide: LOG_KEYS, useExisting: IssuerKeys },
];
