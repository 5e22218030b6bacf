import { cutText, normalizeText, withoutZeroWidth } from '../texts.js';

/** A file as it was uploaded. Its declared name and type prove nothing. */
export interface SentFile {
  readonly filename: string;
  readonly mimetype: string;
  toBuffer(): Promise<Buffer>;
}

/** The text of one form field, urlencoded or multipart; `''` if there is none. */
export function textOf(sent: unknown): string {
  const value = unwrapped(sent);
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

/** Longest text to search for, in UTF-16 units. */
const LONGEST_SEARCH = 100;

/** What somebody searches for, typed or pasted: trimmed, cut, normalized (NFC) and without zero-width characters. */
export function searchTextOf(sent: unknown): string {
  return cutText(normalizeText(withoutZeroWidth(textOf(sent)), 'NFC').trim(), LONGEST_SEARCH);
}

/** All values of one name: checkboxes and multiple selects. */
export function textsOf(sent: unknown): string[] {
  const values = Array.isArray(sent) ? sent : sent === undefined ? [] : [sent];
  return values.map(textOf).filter((text) => text !== '');
}

/** A file whose name has only such characters. */
const UNNAMED = 'file';

/**
 * The file uploaded under a name, or `null` if none was chosen. A JSON body has no files, whatever it contains. No
 * database stores a name with half a character or a NUL, and controls that change its direction would disguise it.
 */
export function fileOf(sent: unknown): SentFile | null {
  const one = (Array.isArray(sent) ? sent[0] : sent) as Partial<SentFile> | null | undefined;
  if (typeof one !== 'object' || one === null || typeof one.toBuffer !== 'function') return null;
  const { filename, mimetype } = one;
  if (typeof filename !== 'string' || filename === '') return null;
  return {
    filename: filename.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '') || UNNAMED,
    mimetype: typeof mimetype === 'string' ? mimetype : '',
    toBuffer: () => (one as SentFile).toBuffer(),
  };
}

function unwrapped(sent: unknown): unknown {
  const one: unknown = Array.isArray(sent) ? sent[0] : sent;
  return typeof one === 'object' && one !== null && 'value' in one ? one.value : one;
}
