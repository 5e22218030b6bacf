import { ChangeLogo } from './actions/change-logo.js';
import { ChangeRoles } from './actions/change-roles.js';
import { DescribeAcademy } from './actions/describe-academy.js';
import { InvitePerson } from './actions/invite-person.js';
import { InviteAgain } from './actions/invite-again.js';
import { RemoveLogo } from './actions/remove-logo.js';
import { SendEmailAgain } from './actions/send-email-again.js';
import { SuspendAccount } from './actions/suspend-account.js';
import { ReinstateAccount } from './actions/reinstate-account.js';
import { AcademyController } from './web/academy.controller.js';
import { AcademyPages } from './web/academy.page.js';
import { AccountInvitationController } from './web/account-invitation.controller.js';
import { AccountSuspensionController } from './web/account-suspension.controller.js';
import { AccountsController } from './web/accounts.controller.js';
import { AuditController } from './web/audit.controller.js';
import { AcademyLogoController, LogoController } from './web/logo.controller.js';
import { OutboxController } from './web/outbox.controller.js';

/** Pages for administrators only. */
export const administrationControllers = [
  AccountsController,
  AccountSuspensionController,
  AccountInvitationController,
  AcademyController,
  AcademyLogoController,
  LogoController,
  AuditController,
  OutboxController,
];
export const administrationActions = [
  ChangeRoles,
  DescribeAcademy,
  ChangeLogo,
  RemoveLogo,
  InvitePerson,
  InviteAgain,
  SendEmailAgain,
  SuspendAccount,
  ReinstateAccount,
  AcademyPages,
];
