import {
  authenticatorAddress,
  base32,
  codeOfStep,
  SECRET_LENGTH,
  stepAt,
  stepOfCode,
} from '../../../src/platform/totp.js';

const SECRET = Buffer.from('12345678901234567890');

describe('codes of an authenticator app', () => {
  // The values of RFC 6238, appendix B, for SHA-1; an app shows the last six of their digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of the standard at %i s', (seconds, code) => {
    expect(codeOfStep(SECRET, stepAt(seconds * 1000))).toBe(code);
    expect(stepOfCode(SECRET, code, seconds * 1000)).toBe(stepAt(seconds * 1000));
  });

  it('are accepted one step early or late, and no further', () => {
    const now = 1_234_567_890_000;
    const step = stepAt(now);
    const accepted = [-2, -1, 0, 1, 2].filter((by) => stepOfCode(SECRET, codeOfStep(SECRET, step + by), now) !== null);
    expect(accepted).toEqual([-1, 0, 1]);
  });

  it.each(['', '28708', '2870821', 'abcdef', '２８７０８２'])('are not %j', (typed) => {
    expect(stepOfCode(SECRET, typed, 59_000)).toBeNull();
  });
});

describe('what an authenticator app reads', () => {
  it('is the secret in Base32', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(base32(Buffer.alloc(SECRET_LENGTH))).toHaveLength(32);
  });

  it('names the academy and the account, whatever characters they contain', () => {
    const address = new URL(
      authenticatorAddress({ secret: SECRET, academy: '济南:学院 & Co', email: 'a+b@x.example' }),
    );
    expect([address.protocol, address.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(address.pathname)).toBe('/济南 学院 & Co:a+b@x.example');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      secret: base32(SECRET),
      issuer: '济南 学院 & Co',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
