import type { Language } from '../i18n/index.js';
import type { CalendarPart } from './calendar-part.js';

/**
 * A plain-text email to one person, already in that person's language.
 * Lines are kept; addresses stand on their own line.
 */
export interface Email {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /** For the recipient's calendar: mail programs offer the first beside the text, the others are files. */
  readonly calendar?: readonly CalendarPart[];
}
