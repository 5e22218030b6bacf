import { Academy } from './academy.entity.js';
import { AccountToken } from './account-token.entity.js';
import { Account } from './account.entity.js';
import { EmailChange } from './email-change.entity.js';
import { RoleGrant } from './role-grant.entity.js';
import { Authenticator } from './second-factor/authenticator.entity.js';
import { PendingSignIn } from './second-factor/pending-sign-in.entity.js';
import { RecoveryCode } from './second-factor/recovery-code.entity.js';
import { UsedCode } from './second-factor/used-code.entity.js';
import { WebSession } from './web-session.entity.js';

export const accountEntities = [
  Account,
  RoleGrant,
  WebSession,
  AccountToken,
  EmailChange,
  Academy,
  Authenticator,
  UsedCode,
  RecoveryCode,
  PendingSignIn,
];
