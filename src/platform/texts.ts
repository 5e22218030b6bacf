/** A lone surrogate, which is not text and which a database stores as something else. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;
/** Control and invisible direction characters, which can disguise what a line says. */
const CONTROLS = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Without NUL and half characters, which PostgreSQL does not accept in text. */
export const isText = (value: string): boolean => !value.includes('\u0000') && !HALF_A_CHARACTER.test(value);

export const hasControls = (value: string): boolean => CONTROLS.test(value);

/** One line of text, by the rules of form fields, for values from elsewhere. */
export const isLine = (value: string): boolean => isText(value) && !hasControls(value);

/** At most so many UTF-16 units of a text, never cutting a character in half. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
