import fc from 'fast-check';
import { canonical, checks } from '../../../../src/certifications/core/domain/check-character.js';
import {
  isPattern,
  NumberPattern,
  VOCATIONAL_PATTERN,
} from '../../../../src/certifications/core/domain/number-pattern.js';
import { readNumber } from '../../../../src/certifications/verification/domain/number-reading.js';

function pattern(text: string, prefix = 'JNIT'): NumberPattern {
  const read = NumberPattern.read(text, prefix);
  if (!isPattern(read)) throw new Error(`refused: ${read.map((one) => one.code).join()}`);
  return read;
}
const usual = pattern('{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}');

function codes(text: string, prefix = 'JNIT'): string[] {
  const read = NumberPattern.read(text, prefix);
  return isPattern(read) ? [] : read.map((one) => one.code);
}

describe('the academy’s number pattern', () => {
  it('prints prefix, year, running number and check character', () => {
    expect(usual.print(2026, 123)).toMatch(/^JNIT-2026-000123-[0-9A-HJKMNP-TV-Z]$/);
    expect(checks(canonical(usual.print(2026, 123)))).toBe(true);
  });

  it('can stand with the check character in the middle', () => {
    expect(checks(canonical(pattern('{CHECK}/{PREFIX}{YY}{SEQ:5}').print(2026, 7)))).toBe(true);
  });

  it('expresses the 22 places of a vocational certificate number: kind, body, province, site, year, level, running number', () => {
    const vocational = pattern(VOCATIONAL_PATTERN, '');
    expect(vocational.print(2026, 42, '3')).toBe('Y001237000001263000042');
    expect(vocational.print(2026, 42, '3')).toHaveLength(22);
    expect([vocational.hasCheck, vocational.lastSequence]).toEqual([false, 999_999]);
    expect(readNumber('y0012 37 000001 26 3 000042', [vocational])).toEqual({
      kind: 'plausible',
      key: 'Y001237000001263000042',
    });
    expect(readNumber('S001237000001263000042', [vocational])).toEqual({
      kind: 'wrongCharacter',
      position: 1,
      character: 'S',
    });
  });

  it('takes a check character after the vocational 22, which then catches a slip', () => {
    const checked = pattern('{KIND:S}{BODY:0777}{PROV:37}{SITE:000009}{YY}{LEVEL}{SEQ:6}{CHECK}');
    const printed = checked.print(2026, 7, '4');
    expect([
      printed.length,
      checks(canonical(printed)),
      readNumber(printed.replace('000007', '000008'), [checked]).kind,
    ]).toEqual([23, true, 'wrongCheck']);
  });

  it('runs each level’s numbers by themselves', () => {
    const vocational = pattern(VOCATIONAL_PATTERN, '');
    expect(vocational.scope(2026, '3')).toBe('Y001237000001263######');
    expect(vocational.scope(2026, '4')).not.toBe(vocational.scope(2026, '3'));
  });

  it.each(['{KIND:X}', '{KIND}', '{BODY:12}', '{PROV:370}', '{SITE:1}', '{SITE:ABCDEF}', '{LEVEL:3}'])(
    'refuses the registered part %s',
    (part) => {
      expect(codes(`${part}{SEQ:6}`)).toEqual(['patternPieceUnknown']);
    },
  );

  it('gives each year its own running number, and a pattern that looks alike the same one', () => {
    expect(usual.scope(2026)).not.toBe(usual.scope(2027));
    expect(pattern('{PREFIX}{YYYY}{SEQ:6}{CHECK}').scope(2026)).toBe(usual.scope(2026));
    expect(usual.lastSequence).toBe(999_999);
  });

  it.each([
    ['{PREFIX}-{YYYY}-{CHECK}', 'patternSequenceNeeded'],
    ['{SEQ:6}{SEQ:6}', 'patternSequenceNeeded'],
    ['{SEQ:6}-{CHECK}-{CHECK}', 'patternOneCheck'],
    ['{SEQ:2}', 'patternPieceUnknown'],
    ['{NUMBER}', 'patternPieceUnknown'],
    ['{SEQ}', 'patternPieceUnknown'],
    ['济南{SEQ:6}', 'patternCharacterStrange'],
    ['jnit{SEQ:6}', 'patternCharacterStrange'],
    ['ABCDEFGHJKMNPQRSTVWXYZ0123{SEQ:6}', 'patternTooLong'],
  ])('refuses %s', (text, code) => {
    expect(codes(text)).toContain(code);
  });
});

describe('reading a typed number', () => {
  it('finds every number that the pattern prints, however it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 2020, max: 2099 }), (sequence, year) => {
        const printed = usual.print(year, sequence);
        for (const typed of [
          printed,
          printed.toLowerCase(),
          printed.replaceAll('-', ''),
          printed.replaceAll('0', 'o'),
          ` ${printed.replaceAll('-', ' ')} `,
        ]) {
          expect(readNumber(typed, [usual])).toEqual({ kind: 'plausible', key: canonical(printed) });
        }
      }),
    );
  });

  it('points at a letter that stands where only a digit can', () => {
    const printed = usual.print(2026, 500_123);
    expect(readNumber(printed.replace('500123', 'S00123'), [usual])).toEqual({
      kind: 'wrongCharacter',
      position: 9,
      character: 'S',
    });
  });

  it('points at two exchanged characters where only that explains the check', () => {
    const printed = usual.print(2026, 123);
    const reading = readNumber(printed.replace('000123', '000132'), [usual]);
    expect(reading.kind).toBe('wrongCheck');
  });

  it('says how long a number is when one character is missing', () => {
    expect(readNumber(usual.print(2026, 123).slice(1), [usual])).toEqual({
      kind: 'wrongLength',
      length: 14,
      expected: 15,
    });
  });

  it('knows numbers of earlier patterns too', () => {
    const old = pattern('OLD{YY}{SEQ:4}{CHECK}');
    expect(readNumber(old.print(2025, 9), [usual, old]).kind).toBe('plausible');
  });

  it('never calls a slip plausible: one wrong character anywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.nat(),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (sequence, nat, other) => {
          const key = canonical(usual.print(2026, sequence));
          const at = nat % key.length;
          fc.pre(key[at] !== other);
          expect(readNumber(key.slice(0, at) + other + key.slice(at + 1), [usual]).kind).not.toBe('plausible');
        },
      ),
    );
  });
});
