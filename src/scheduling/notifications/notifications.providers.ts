import { TIMETABLE_CHANGES } from '../core/index.js';
import { AddToBulletin } from './actions/add-to-bulletin.js';
import { AnswerSession } from './actions/answer-session.js';
import { BulletinEmails } from './actions/bulletin-emails.js';
import { ComposeBulletin } from './actions/compose-bulletin.js';
import { DropBulletin } from './actions/drop-bulletin.js';
import { SendBulletin } from './actions/send-bulletin.js';
import { PendingNotifications } from './actions/pending-notifications.js';
import { AnswersController } from './web/answers.controller.js';
import { BulletinEmailController } from './web/bulletin-email.controller.js';
import { BulletinsController } from './web/bulletins.controller.js';
import { SubstitutesController } from './web/substitutes.controller.js';

export const notificationControllers = [
  BulletinsController,
  BulletinEmailController,
  AnswersController,
  SubstitutesController,
];

export const notificationProviders = [
  AnswerSession,
  BulletinEmails,
  ComposeBulletin,
  DropBulletin,
  SendBulletin,
  PendingNotifications,
  AddToBulletin,
  { provide: TIMETABLE_CHANGES, useExisting: AddToBulletin },
];
