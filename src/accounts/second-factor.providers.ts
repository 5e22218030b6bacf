import { AcceptCode } from './actions/second-factor/accept-code.js';
import { AuthenticatorSecret } from './actions/second-factor/authenticator-secret.js';
import { BeginAuthenticator } from './actions/second-factor/begin-authenticator.js';
import { BeginSignIn } from './actions/second-factor/begin-sign-in.js';
import { CompareOwnPassword } from './actions/second-factor/compare-own-password.js';
import { CompleteSignIn } from './actions/second-factor/complete-sign-in.js';
import { ConfirmAuthenticator } from './actions/second-factor/confirm-authenticator.js';
import { RecoveryCodes } from './actions/second-factor/recovery-codes.js';
import { RemoveAuthenticator } from './actions/second-factor/remove-authenticator.js';
import { RenewRecoveryCodes } from './actions/second-factor/renew-recovery-codes.js';
import { SecondFactorEmails } from './actions/second-factor/second-factor-emails.js';
import { UnlockAccount } from './actions/second-factor/unlock-account.js';
import { AuthenticatorRemovalController } from './web/second-factor/authenticator-removal.controller.js';
import { AuthenticatorController } from './web/second-factor/authenticator.controller.js';
import { AuthenticatorPages } from './web/second-factor/authenticator.page.js';
import { RecoveryCodesController } from './web/second-factor/recovery-codes.controller.js';
import { SecurityController } from './web/second-factor/security.controller.js';
import { SignInCodeController } from './web/second-factor/sign-in-code.controller.js';

/** What a sign-in asks for after the password. */
export const secondFactorControllers = [
  SignInCodeController,
  SecurityController,
  AuthenticatorController,
  AuthenticatorRemovalController,
  RecoveryCodesController,
];
export const secondFactorActions = [
  AcceptCode,
  AuthenticatorPages,
  AuthenticatorSecret,
  BeginAuthenticator,
  BeginSignIn,
  CompareOwnPassword,
  CompleteSignIn,
  ConfirmAuthenticator,
  RecoveryCodes,
  RemoveAuthenticator,
  RenewRecoveryCodes,
  SecondFactorEmails,
  UnlockAccount,
];
