/** The two languages of the academy; Chinese is the default if a browser asks for neither. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * One message in both languages. `{name}` stands for a value; `{date:day}`, `{at:moment}`, `{at:clock}`, `{until:end}`
 * (midnight is 24:00), `{date:dayShort}` and `{n:number}` format it by the language's rules. English has plural forms
 * by `count`.
 */
export interface Message {
  readonly zh: string;
  readonly en: string | { readonly one: string; readonly other: string };
}

export type Messages = Readonly<Record<string, Message>>;

export function defineMessages<const T extends Messages>(messages: T): T {
  return messages;
}

/** The messages of refusals under `refusal.<code>`. The record's type makes a code without messages a compile error. */
export function refusalMessages<Code extends string>(messages: Record<Code, Message>): Messages {
  return Object.fromEntries(Object.entries<Message>(messages).map(([code, message]) => [`refusal.${code}`, message]));
}
