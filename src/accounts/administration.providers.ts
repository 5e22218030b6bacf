import { ChangeLogo } from './actions/change-logo.js';
import { ChangeRoles } from './actions/change-roles.js';
import { DescribeAcademy } from './actions/describe-academy.js';
import { InvitePerson } from './actions/invite-person.js';
import { InviteAgain } from './actions/invite-again.js';
import { RemoveLogo } from './actions/remove-logo.js';
import { SendEmailAgain } from './actions/send-email-again.js';
import { SuspendAccount } from './actions/suspend-account.js';
import { ReinstateAccount } from './actions/reinstate-account.js';
import { AcademyController, LogoController } from './web/academy.controller.js';
import { AccountSuspensionController } from './web/account-suspension.controller.js';
import { AccountsController } from './web/accounts.controller.js';
import { AuditController } from './web/audit.controller.js';
import { OutboxController } from './web/outbox.controller.js';

/** What only administrators come to see. */
export const administrationControllers = [
  AccountsController,
  AccountSuspensionController,
  AcademyController,
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
];
