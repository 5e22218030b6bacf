/** A half of a pair of surrogates, which no text has and which a database stores as something else. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;
/** Control and invisible direction characters, which forge what a line seems to say. */
const CONTROLS = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Neither NUL nor half a character: PostgreSQL takes no other for a text. */
export const isText = (value: string): boolean => !value.includes('\u0000') && !HALF_A_CHARACTER.test(value);

export const hasControls = (value: string): boolean => CONTROLS.test(value);

/** A text of one line as forms take it, wherever else it comes from. */
export const isLine = (value: string): boolean => isText(value) && !hasControls(value);

/** At most so many UTF-16 units of a text, and never half a character. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
