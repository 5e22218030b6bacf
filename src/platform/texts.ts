/** Combining marks that may follow one another. Stacks of real scripts are far shorter. */
export const MOST_MARKS = 30;
/** Two half-width signs become marks in NFKC. */
const MARKS = /[\p{M}\uFF9E\uFF9F]+/gu;
/** More than `MOST_MARKS`. Runs are looked for only where they begin, in linear time. */
const TOO_MANY_MARKS = /(?<![\p{M}\uFF9E\uFF9F])[\p{M}\uFF9E\uFF9F]{31}/u;

/** What decoders put in place of bytes that they cannot read: the text it stands in is lost. */
export const REPLACEMENT = '\uFFFD';
/** A lone surrogate, which is not text and which a database stores as something else. */
const HALF_A_CHARACTER = /\p{Surrogate}/u;
/** Control and invisible direction characters, which can disguise what a line says, and separators of lines. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200B\uFEFF]/u;

/** Signs that are blank: letters of Hangul, a Braille pattern without dots, a musical note without a head. */
const FILLERS = /[\u115F\u1160\u3164\uFFA0\u2800\u{1D159}]/gu;
/**
 * What no reader sees: formatting, such as the zero-width spaces of chat programs, and choices of a glyph, which fonts
 * and phones add. Not among it: controls of direction, which make a text read as another, and the soft hyphen, which
 * some programs show.
 */
const UNSEEN = /(?![\u00AD\p{Bidi_Control}])\p{Default_Ignorable_Code_Point}/gu;
const ZERO_WIDTH = /(?![\u00AD\p{Bidi_Control}])(?=\p{Default_Ignorable_Code_Point})\p{Cf}/gu;

/** As a reader sees it, to be compared: without invisible characters, and with spaces for blank signs. */
export const asSeen = (text: string): string => text.replace(FILLERS, ' ').replace(UNSEEN, '');

/** Whether a reader sees nothing of it. */
export const isBlank = (text: string): boolean => !/[^\s\p{Cc}\p{Bidi_Control}\u00AD]/u.test(asSeen(text));

/** Without what chat programs and web pages add to a copied text. Choices of a glyph stay. */
export const withoutZeroWidth = (text: string): string => text.replace(ZERO_WIDTH, '');

/** Without NUL and half characters, which PostgreSQL does not accept in text. */
export const isText = (value: string): boolean => !value.includes('\u0000') && !HALF_A_CHARACTER.test(value);

export const hasControls = (value: string): boolean => CONTROLS.test(value);

/** One line of text, by the rules of form fields, for values from elsewhere. */
export const isLine = (value: string): boolean => isText(value) && !hasControls(value);

/** Whether more than `MOST_MARKS` combining marks follow one another. */
export const hasTooManyMarks = (value: string): boolean => TOO_MANY_MARKS.test(value);

export const withoutMarks = (value: string): string => value.replace(MARKS, '');

/**
 * Typed text in a normal form of Unicode. Normalizing sorts each run of marks in quadratic time, so a text with more
 * than `MOST_MARKS` in a row stays as it is.
 */
export function normalizeText(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  return hasTooManyMarks(text) ? text : text.normalize(form);
}

/** At most so many UTF-16 units of a text, never cutting a character in half. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
