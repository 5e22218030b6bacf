import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CsrfGuard, RECOGNITION, Ticker, UploadGuard } from '../platform/index.js';
import { AcademyProfile } from './actions/academy-profile.js';
import { AccountEmails } from './actions/account-emails.js';
import { ChangePassword } from './actions/change-password.js';
import { ChoosePassword } from './actions/choose-password.js';
import { FoundAcademy } from './actions/found-academy.js';
import { RequestPasswordReset } from './actions/request-password-reset.js';
import { ResendVerification } from './actions/resend-verification.js';
import { SignIn } from './actions/sign-in.js';
import { VerifyEmail } from './actions/verify-email.js';
import { WebSessions } from './actions/web-sessions.js';
import { administrationActions, administrationControllers } from './administration.providers.js';
import { EmailVerificationController } from './web/email-verification.controller.js';
import { FirstRunGuard } from './web/first-run.guard.js';
import { OwnAccountController } from './web/own-account.controller.js';
import { PasswordResetController } from './web/password-reset.controller.js';
import { AccessGuard } from './web/requires.js';
import { SetupController } from './web/setup.controller.js';
import { SignInController } from './web/sign-in.controller.js';

const A_DAY = 24 * 3600_000;

/** People who sign in, what they may do, and the academy's own name. */
@Global()
@Module({
  controllers: [
    SignInController,
    SetupController,
    PasswordResetController,
    EmailVerificationController,
    OwnAccountController,
    ...administrationControllers,
  ],
  providers: [
    AcademyProfile,
    AccountEmails,
    ChangePassword,
    ChoosePassword,
    FoundAcademy,
    RequestPasswordReset,
    ResendVerification,
    SignIn,
    VerifyEmail,
    WebSessions,
    ...administrationActions,
    { provide: RECOGNITION, useExisting: WebSessions },
    { provide: APP_GUARD, useClass: FirstRunGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    // Who may not come in sends no files; the form's token is among the fields that come with them.
    { provide: APP_GUARD, useClass: UploadGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
  exports: [AcademyProfile, AccountEmails, FoundAcademy, SignIn, VerifyEmail, WebSessions, RECOGNITION],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly sessions: WebSessions,
  ) {}

  onModuleInit(): void {
    const { sessions } = this;
    this.ticker.every({
      name: 'expired-web-sessions',
      every: A_DAY,
      due: () => sessions.anyExpired(),
      work: () => sessions.sweep(),
    });
  }
}
