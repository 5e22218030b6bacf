import type { Language } from '../i18n/index.js';

/** A plain-text letter to one person, already in that person's language. Lines are kept; addresses stand on their own line. */
export interface Letter {
  readonly to: string;
  readonly name: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}
