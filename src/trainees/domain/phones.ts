import { normalizeText } from '../../platform/texts.js';

/** A telephone number without spaces and dashes; `+86` is dropped. */
export function tidyPhone(typed: string): string {
  const digits = normalizeText(typed, 'NFKC')
    .replace(/[\s()–—-]/g, '')
    .replace(/^(\+|00)86(?=\d{10,11}$)/, '')
    .replace(/^86(?=1\d{10}$)/, '');
  return /^0\d{2,3}\d{7,8}$/.test(digits) ? digits.replace(/^(010|02\d|0\d{3})/, '$1-') : digits;
}

/** A mobile number of the mainland, a landline with area code, or an international number. */
export function isPhone(phone: string): boolean {
  return (
    /^1[3-9]\d{9}$/.test(phone) ||
    /^0\d{2,3}-\d{7,8}$/.test(phone) ||
    /^\+\d{6,15}$/.test(phone) ||
    /^\d{7,8}$/.test(phone)
  );
}
