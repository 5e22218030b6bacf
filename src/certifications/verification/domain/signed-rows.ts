import type { AnswerRow } from './list-claims.js';

/** Where one row of a signed answer ends and the next begins. Quotes inside strings are escaped. */
const NEXT_ROW = ',{"line":';

/** The rows of a signed answer, one by one. @param text JSON of the rows, without brackets */
export function* signedRows(text: string): Generator<AnswerRow, undefined> {
  for (let from = 0; from < text.length;) {
    const next = text.indexOf(NEXT_ROW, from);
    const to = next < 0 ? text.length : next;
    yield JSON.parse(text.slice(from, to)) as AnswerRow;
    from = to + 1;
  }
}
