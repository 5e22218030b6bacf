import { refuse, type Refusal } from '../../platform/refusals.js';
import type { EmployerRefusalCode } from './refusals.js';
import { normalizeText } from '../../platform/texts.js';

/** The 31 characters of the unified social credit code (GB 32100-2015), without I, O, S, V and Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character for the first 17. */
export function creditCheckOf(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31]!;
}

export function tidyCreditCode(typed: string): string {
  return normalizeText(typed, 'NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/**
 * What is wrong with a normalized code: its length or characters, or a check character that indicates a typing error.
 */
export function creditCodeFault(code: string): Refusal<EmployerRefusalCode> | null {
  const strange = [...code].filter((character) => !CHARACTERS.includes(character));
  if (code.length !== 18 || strange.length > 0)
    return refuse('creditCodeShape', { length: [...code].length }, 'creditCode');
  return creditCheckOf(code) === code[17] ? null : refuse('creditCodeCheck', { last: code.slice(17) }, 'creditCode');
}
