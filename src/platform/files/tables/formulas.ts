/*
 * Excel takes the full-width forms for signs too, and passes over spaces and invisible characters before one. Where its
 * list separator is a semicolon or a tab, it also splits our cells there, and at line ends: quotation marks inside a
 * line do not count then. An apostrophe before the sign keeps what follows a text. The reader takes it out again, so
 * one that stands there already gets another.
 */
const STARTS = /^(?='*(?:[\s\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠\u2212]|[\t\r\n]))/u;
const STARTS_WITHIN =
  /(?<=[;\t\r\n\v\f\u0085\u2028\u2029])(?='*(?:(?![\t\r\n\v\f\u2028\u2029])[\s\p{Default_Ignorable_Code_Point}])*[=+\-@＝＋－＠\u2212])/gu;

/** A text of which no part is a formula, wherever Excel splits it. */
export function withoutFormula(text: string): string {
  return text.replace(STARTS, "'").replace(STARTS_WITHIN, "'");
}

const KEPT = /^'(?='*(?:[\s\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠\u2212]|[\t\r\n]))/u;
const KEPT_WITHIN =
  /(?<=[;\t\r\n\v\f\u0085\u2028\u2029])'(?='*(?:(?![\t\r\n\v\f\u2028\u2029])[\s\p{Default_Ignorable_Code_Point}])*[=+\-@＝＋－＠\u2212])/gu;

/** The text that `withoutFormula` was given. */
export function formulaRestored(cell: string): string {
  return cell.includes("'") ? cell.replace(KEPT_WITHIN, '').replace(KEPT, '') : cell;
}
