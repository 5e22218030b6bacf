import { TIMETABLE_CHANGES } from '../core/index.js';
import { AddToBulletin } from './actions/add-to-bulletin.js';
import { AnswerSession } from './actions/answer-session.js';
import { BulletinLetters } from './actions/bulletin-letters.js';
import { ComposeBulletin } from './actions/compose-bulletin.js';
import { DropBulletin } from './actions/drop-bulletin.js';
import { SendBulletin } from './actions/send-bulletin.js';
import { Untold } from './actions/untold.js';
import { AnswersController } from './web/answers.controller.js';
import { BulletinLetterController } from './web/bulletin-letter.controller.js';
import { BulletinsController } from './web/bulletins.controller.js';
import { SubstitutesController } from './web/substitutes.controller.js';

export const notificationControllers = [
  BulletinsController,
  BulletinLetterController,
  AnswersController,
  SubstitutesController,
];

export const notificationProviders = [
  AnswerSession,
  BulletinLetters,
  ComposeBulletin,
  DropBulletin,
  SendBulletin,
  Untold,
  AddToBulletin,
  { provide: TIMETABLE_CHANGES, useExisting: AddToBulletin },
];
