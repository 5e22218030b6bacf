import type { Language } from '../i18n/index.js';
import type { CalendarPart } from './calendar-part.js';

/**
 * A plain-text email to one person, in that person's language.
 * Line breaks are kept; addresses stand on a line of their own.
 */
export interface Email {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /**
   * The recipient's account, if this email is about what the account is for: until it is sent, it follows a change of
   * the account's address. Never for links and news about the address itself.
   */
  readonly accountId?: string | null;
  /** For the recipient's calendar: the first is an alternative to the text, the others are attachments. */
  readonly calendar?: readonly CalendarPart[];
}
