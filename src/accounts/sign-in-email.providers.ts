import { ConfirmEmailChange } from './actions/sign-in-email/confirm-email-change.js';
import { CorrectEmail } from './actions/sign-in-email/correct-email.js';
import { ReplaceEmail } from './actions/sign-in-email/replace-email.js';
import { RequestEmailChange } from './actions/sign-in-email/request-email-change.js';
import { SignInEmailEmails } from './actions/sign-in-email/sign-in-email-emails.js';
import { AccountEmailController } from './web/sign-in-email/account-email.controller.js';
import { EmailChangeController } from './web/sign-in-email/email-change.controller.js';
import { OwnEmailController } from './web/sign-in-email/own-email.controller.js';

/** How the sign-in email of an account changes. */
export const signInEmailControllers = [OwnEmailController, EmailChangeController, AccountEmailController];
export const signInEmailActions = [
  ConfirmEmailChange,
  CorrectEmail,
  ReplaceEmail,
  RequestEmailChange,
  SignInEmailEmails,
];
