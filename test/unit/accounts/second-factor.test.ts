import { codeCounts } from '../../../src/accounts/domain/second-factor.js';
import { shownRecoveryCode, typedRecoveryCode } from '../../../src/accounts/domain/recovery-codes.js';

const account = { accountId: 'a', mark: 'm' };

describe('a code entered at sign-in', () => {
  const countsOf = (marks: readonly string[] | null): string[] =>
    codeCounts({ ...account, browser: marks && { id: 'b', marks } }).map(
      ({ limit: { name }, who }) => `${name} ${who}`,
    );

  it('counts against the tries of strangers, from a browser that its owner never used', () => {
    expect(countsOf(null)).toEqual(['code-account a', 'code-strangers a']);
    expect(countsOf(['of another account'])).toEqual(countsOf(null));
  });

  it('counts against none of them from a known browser, so that strangers lock no owner out', () => {
    const [known, strangers] = [countsOf(['m']), countsOf(null)];
    expect(known).toEqual(['code-browser b m', 'code-known-browsers a']);
    expect(known.filter((one) => strangers.includes(one))).toEqual([]);
  });

  it('is limited by the day too, which no success resets', () => {
    for (const browser of [null, { id: 'b', marks: ['m'] }]) {
      const [short, day] = codeCounts({ ...account, browser });
      expect([short!.afterSuccess, day!.afterSuccess]).toEqual(['reset', 'takeBack']);
      expect(day!.limit.within).toBe(96 * short!.limit.within);
    }
  });
});

describe('a recovery code', () => {
  it.each(['ABCD-EFGH-JKLM', 'abcdefghjklm', ' ＡＢＣＤ efgh－jklm ', 'abcd—efgh\u200b_jklm'])(
    'is read from %j',
    (typed) => {
      expect(typedRecoveryCode(typed)).toBe('ABCDEFGHJKLM');
    },
  );

  it('is shown in groups of four', () => {
    expect(shownRecoveryCode('ABCDEFGHJKLM')).toBe('ABCD-EFGH-JKLM');
  });
});
