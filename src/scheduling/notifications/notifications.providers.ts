import { TIMETABLE_CHANGES } from '../core/index.js';
import { AddToBulletin } from './actions/add-to-bulletin.js';
import { AnswerSession } from './actions/answer-session.js';
import { ComposeBulletin } from './actions/compose-bulletin.js';
import { DropBulletin } from './actions/drop-bulletin.js';
import { DropBulletinEmail } from './actions/drop-bulletin-email.js';
import { FollowLetterEmail } from './actions/follow-letter-email.js';
import { PendingNotifications } from './actions/pending-notifications.js';
import { RestoreBulletinEmail } from './actions/restore-bulletin-email.js';
import { RewriteBulletinEmail } from './actions/rewrite-bulletin-email.js';
import { SendBulletin } from './actions/send-bulletin.js';
import { SendDueBulletins } from './actions/send-due-bulletins.js';
import { TakeBackBulletinEmail } from './actions/take-back-bulletin-email.js';
import { TouchBulletinEmail } from './actions/touch-bulletin-email.js';
import { AnswersController } from './web/answers.controller.js';
import { BulletinEmailController } from './web/bulletin-email.controller.js';
import { BulletinEmailOmissionController } from './web/bulletin-email-omission.controller.js';
import { BulletinsController } from './web/bulletins.controller.js';
import { SubstitutesController } from './web/substitutes.controller.js';

export const notificationControllers = [
  BulletinsController,
  BulletinEmailController,
  BulletinEmailOmissionController,
  AnswersController,
  SubstitutesController,
];

export const notificationProviders = [
  AnswerSession,
  RewriteBulletinEmail,
  RestoreBulletinEmail,
  DropBulletinEmail,
  TakeBackBulletinEmail,
  TouchBulletinEmail,
  ComposeBulletin,
  DropBulletin,
  FollowLetterEmail,
  SendBulletin,
  SendDueBulletins,
  PendingNotifications,
  AddToBulletin,
  { provide: TIMETABLE_CHANGES, useExisting: AddToBulletin },
];
