/** The two languages of the academy; Chinese is the default where a browser asks for neither. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/**
 * One thing said in both languages. `{name}` stands for a value; `{date:day}`, `{at:moment}`,
 * `{at:clock}`, `{until:end}` (midnight is 24:00), `{date:dayShort}` and `{n:number}` print it by the language's rules.
 * English has plural forms by `count`.
 */
export interface Phrase {
  readonly zh: string;
  readonly en: string | { readonly one: string; readonly other: string };
}

export type Words = Readonly<Record<string, Phrase>>;

export function defineWords<const T extends Words>(words: T): T {
  return words;
}

/** Refusals' words under `refusal.<code>`; the record's type makes a code without words not compile. */
export function refusalWords<Code extends string>(words: Record<Code, Phrase>): Words {
  return Object.fromEntries(Object.entries<Phrase>(words).map(([code, phrase]) => [`refusal.${code}`, phrase]));
}
