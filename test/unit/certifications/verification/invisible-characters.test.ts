import fc from 'fast-check';
import { foldName, namesMatch } from '../../../../src/certifications/verification/domain/name-matching.js';

const assigned = (): string[] =>
  Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => /\P{Cn}/u.test(sign));

describe('the comparison of names', () => {
  it('ignores whatever is invisible, wherever it stands and on either side, in names and in their keys', () => {
    const unseen = assigned().filter((sign) =>
      /(?![\u00ad\p{Bidi_Control}])\p{Default_Ignorable_Code_Point}/u.test(sign),
    );
    expect(unseen).toEqual(
      expect.arrayContaining([...'\ufe00\ufe0f\u180b\u180f\u034f\u2060\u{e0100}\u{e01ef}\u115f\u1160\u3164\uffa0']),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('欧阳晓彤', 'Ouyang Xiaotong', '欧阳晓彤 Ouyang Xiaotong', '买买提江·阿布都拉', 'Nguyễn Thị'),
        fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...unseen)), { minLength: 1, maxLength: 6 }),
        (name, added) => {
          const typed = added.reduce((letters, [at, sign]) => letters.toSpliced(at, 0, sign), [...name]).join('');
          expect(namesMatch(typed, { name, latinName: null })).toBe(true);
          expect(namesMatch(name, { name: typed, latinName: null })).toBe(true);
          expect(foldName(typed)).toBe(foldName(name));
        },
      ),
      { numRuns: 2000 },
    );
    expect(namesMatch(' 刘?\u{e0100}华', { name: '刘?华', latinName: null })).toBe(true);
  });
});
