import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { A_DAY, CsrfGuard, RECOGNITION, Ticker, UploadGuard } from '../platform/index.js';
import { AcademyProfile } from './actions/academy-profile.js';
import { AccountEmails } from './actions/account-emails.js';
import { BeginSession } from './actions/begin-session.js';
import { ChangePassword } from './actions/change-password.js';
import { ChoosePassword } from './actions/choose-password.js';
import { EndSessions } from './actions/end-sessions.js';
import { FoundAcademy } from './actions/found-academy.js';
import { ReplaceEmail } from './actions/sign-in-email/replace-email.js';
import { HashNewPassword } from './actions/passwords.js';
import { RecogniseSession } from './actions/recognise-session.js';
import { RecordVerification } from './actions/record-verification.js';
import { RemoveExpiredAccess } from './actions/remove-expired-access.js';
import { RequestPasswordReset } from './actions/request-password-reset.js';
import { ResendVerification } from './actions/resend-verification.js';
import { SignIn } from './actions/sign-in.js';
import { VerifyEmail } from './actions/verify-email.js';
import { administrationActions, administrationControllers } from './administration.providers.js';
import { secondFactorActions, secondFactorControllers } from './second-factor.providers.js';
import { signInEmailActions, signInEmailControllers } from './sign-in-email.providers.js';
import { EmailVerificationController } from './web/email-verification.controller.js';
import { FirstRunGuard } from './web/first-run.guard.js';
import { OwnAccountController } from './web/own-account.controller.js';
import { PasswordResetController } from './web/password-reset.controller.js';
import { AccessGuard } from './web/requires.js';
import { SetupController } from './web/setup.controller.js';
import { SignInController } from './web/sign-in.controller.js';

/** Accounts, roles and rights, and the academy's profile. */
@Global()
@Module({
  controllers: [
    SignInController,
    SetupController,
    PasswordResetController,
    EmailVerificationController,
    OwnAccountController,
    ...signInEmailControllers,
    ...secondFactorControllers,
    ...administrationControllers,
  ],
  providers: [
    AcademyProfile,
    AccountEmails,
    BeginSession,
    ChangePassword,
    ChoosePassword,
    EndSessions,
    FoundAcademy,
    HashNewPassword,
    RecogniseSession,
    RecordVerification,
    RemoveExpiredAccess,
    RequestPasswordReset,
    ResendVerification,
    SignIn,
    VerifyEmail,
    ...signInEmailActions,
    ...secondFactorActions,
    ...administrationActions,
    { provide: RECOGNITION, useExisting: RecogniseSession },
    { provide: APP_GUARD, useClass: FirstRunGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    // After the access guard, so that only people with access upload files, and before the CSRF guard, whose token is
    // among their fields.
    { provide: APP_GUARD, useClass: UploadGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
  exports: [
    AcademyProfile,
    AccountEmails,
    BeginSession,
    FoundAcademy,
    HashNewPassword,
    SignIn,
    RecordVerification,
    ReplaceEmail,
    RECOGNITION,
  ],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly expired: RemoveExpiredAccess,
  ) {}

  onModuleInit(): void {
    const { expired } = this;
    this.ticker.every({
      name: 'expired-web-sessions',
      every: A_DAY,
      due: () => expired.isDue(),
      work: () => expired.execute(),
    });
  }
}
