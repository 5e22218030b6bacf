import type { Language } from './messages.js';

/** The text in the request's language; falls back to the other one, then to the empty text. */
export function inLanguage(
  { language }: { readonly language: Language },
  zh: string | null,
  en: string | null,
): string {
  return (language === 'en' ? en || zh : zh || en) ?? '';
}
