import { isReordered, LONGEST_QUESTION, MOST_ITEMS, wellFormed } from './verification-list.js';
import { hasTooManyMarks, isBlank, isLine, MOST_MARKS, normalizeText, REPLACEMENT } from '../../../platform/texts.js';

/** One certificate in an API request; `reference` is the caller's own and is returned with the answer. */
export interface RequestItem {
  readonly number: string;
  readonly name: string;
  readonly reference: string | null;
}

export interface ItemFault {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly detail: string;
}

export type ItemsRead =
  | { readonly ok: true; readonly purpose: string; readonly items: readonly RequestItem[] }
  | { readonly ok: false; readonly tooMany: number | null; readonly faults: readonly ItemFault[] };

/** Characters of a purpose or a reference. */
const LONGEST = 200;
const MOST_FAULTS = 20;
const WRONGLY_DECODED = 'Must not contain U+FFFD: the text was decoded in another encoding than its own.';

/** Reads an API request: one certificate, or `items` of up to 1,000. Each fault points to its place. */
export function readItems(body: unknown): ItemsRead {
  if (!isRecord(body)) return refused([{ pointer: '', detail: 'The body must be a JSON object.' }]);
  const faults: ItemFault[] = [];
  const purpose = purposeIn(body['purpose'], faults);
  const isSingle = 'number' in body || 'name' in body;
  const entries: unknown = isSingle ? [body] : body['items'];
  if (!Array.isArray(entries) || entries.length === 0)
    return refused([
      ...faults,
      {
        pointer: '/items',
        detail: `Must be a list of 1 to ${MOST_ITEMS} certificates; or give number and name for one.`,
      },
    ]);
  if (isSingle && 'items' in body) faults.push({ pointer: '/items', detail: 'Give either number and name, or items.' });
  if (entries.length > MOST_ITEMS) return { ok: false, tooMany: entries.length, faults: [] };
  const items = entries.map((item: unknown, at) => readItem(item, isSingle ? '' : `/items/${at}`, faults));
  return faults.length === 0 ? { ok: true, purpose, items } : refused(faults);
}

/** Holders read it, so it follows the rules of form fields. */
function purposeIn(value: unknown, faults: ItemFault[]): string {
  const pointer = '/purpose';
  const purpose = text(value, { pointer, most: LONGEST }, faults).trim();
  if (typeof value === 'string' && isBlank(value))
    faults.push({ pointer, detail: 'Say what the certificates are verified for.' });
  else if (!isLine(purpose))
    faults.push({ pointer, detail: 'Must be one line, without control characters or invisible ones.' });
  if (purpose.includes(REPLACEMENT)) faults.push({ pointer, detail: WRONGLY_DECODED });
  return purpose;
}

function readItem(item: unknown, pointer: string, faults: ItemFault[]): RequestItem {
  if (!isRecord(item)) {
    faults.push({ pointer, detail: 'Must be an object with number and name.' });
    return { number: '', name: '', reference: null };
  }
  const { reference } = item;
  return {
    number: questionText(item['number'], `${pointer}/number`, faults),
    name: questionText(item['name'], `${pointer}/name`, faults),
    reference:
      reference === undefined || reference === null
        ? null
        : text(reference, { pointer: `${pointer}/reference`, most: LONGEST }, faults),
  };
}

interface TextPlace {
  readonly pointer: string;
  /** Characters. */
  readonly most: number;
}

/** As it is stored with the answer. */
function questionText(value: unknown, pointer: string, faults: ItemFault[]): string {
  const question = wellFormed(text(value, { pointer, most: LONGEST_QUESTION }, faults));
  if (isReordered(question))
    faults.push({ pointer, detail: 'Must not contain characters that change the order in which text is shown.' });
  if (typeof value === 'string' && isBlank(value)) faults.push({ pointer, detail: 'Must not be blank.' });
  if (question.includes(REPLACEMENT)) faults.push({ pointer, detail: WRONGLY_DECODED });
  return question;
}

function text(value: unknown, { pointer, most }: TextPlace, faults: ItemFault[]): string {
  if (typeof value === 'string' && value.length <= 2 * most) {
    const composed = normalizeText(value, 'NFC');
    if (hasTooManyMarks(composed)) {
      faults.push({ pointer, detail: `Must not have more than ${MOST_MARKS} combining marks in a row.` });
      return '';
    }
    if ([...composed].length <= most) return composed;
  }
  faults.push({
    pointer,
    detail: value === undefined ? 'Is missing.' : `Must be a text of at most ${most} characters.`,
  });
  return '';
}

const refused = (faults: readonly ItemFault[]): ItemsRead => ({
  ok: false,
  tooMany: null,
  faults: faults.slice(0, MOST_FAULTS),
});
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
