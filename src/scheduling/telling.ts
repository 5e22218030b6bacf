import { AnswerLinks } from './actions/answer-links.js';
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

export { Untold };

/** What happens once the timetable has changed: people are told, and answer. */
export const tellingProviders = [AnswerLinks, AnswerSession, BulletinLetters, ComposeBulletin, DropBulletin, SendBulletin, Untold];
export const tellingControllers = [BulletinsController, BulletinLetterController, AnswersController, SubstitutesController];
