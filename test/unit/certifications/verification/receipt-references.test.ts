import { ALPHABET } from '../../../../src/certifications/core/index.js';
import { referenceFrom } from '../../../../src/certifications/verification/data/receipts.js';

describe('the reference of a receipt', () => {
  const REFERENCE = '01VA-10ZK-0000-1V1V';

  it.each([
    ['in small letters', REFERENCE.toLowerCase()],
    ['without dashes', REFERENCE.replaceAll('-', '')],
    ['with spaces and long dashes', ' 01VA—10ZK 0000 – 1V1V '],
    ['in full width', '０１ＶＡ－１０ＺＫ－００００－１Ｖ１Ｖ'],
    ['with letters for the digits and the V that they look like', 'oiUA-lOzk-OoOo-IulV'],
  ])('is found as typed %s', (_, typed) => {
    expect(referenceFrom(typed)).toBe(REFERENCE);
  });

  it('has no character that is read as another', () => {
    const groups = ALPHABET.replace(/.{4}(?=.)/g, '$&-');
    expect(referenceFrom(groups)).toBe(groups);
  });
});
