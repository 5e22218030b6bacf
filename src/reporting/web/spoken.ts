import { normalizeText } from '../../platform/index.js';

/** An address with the query values that are set. */
export function address(path: string, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(
    Object.entries(values).filter((one): one is [string, string] => one[1] !== null && one[1] !== ''),
  );
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** One line of text from an address, cut to a maximum length. */
export function textParameter(typed: unknown): string {
  return typeof typed === 'string' ? normalizeText(typed, 'NFC').trim().slice(0, 80) : '';
}
