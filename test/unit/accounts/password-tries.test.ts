import { accountMark, signInCounts } from '../../../src/accounts/domain/password-tries.js';

const account = { id: 'an-account', passwordHash: 'a-hash' };
const mark = accountMark(account);
const attempt = { email: 'qi.fang@mail.example', network: '203.0.113.0', mark, browser: null };
const names = (one: Parameters<typeof signInCounts>[0]): string[] => signInCounts(one).map(({ limit }) => limit.name);

describe('a try to sign in', () => {
  it('counts only against the browser from which the account was used before', () => {
    const known = { ...attempt, browser: { id: 'a-browser', marks: ['another', mark] } };
    expect(signInCounts(known)).toMatchObject([
      { limit: { name: 'sign-in-browser', most: 8 }, who: `a-browser ${mark}`, afterSuccess: 'reset' },
    ]);
  });

  it('counts against account, network and strangers from any other browser', () => {
    const strangers = ['sign-in-account-network', 'sign-in-network', 'sign-in-strangers'];
    expect(names(attempt)).toEqual(strangers);
    expect(names({ ...attempt, browser: { id: 'a-browser', marks: ['another'] } })).toEqual(strangers);
  });

  it('counts as a stranger’s for an email without an account, even from a known browser', () => {
    expect(names({ ...attempt, mark: null, browser: { id: 'a-browser', marks: [mark] } })).toHaveLength(3);
  });

  it('only takes its own count of the network back when it succeeds', () => {
    expect(signInCounts(attempt).map(({ afterSuccess }) => afterSuccess)).toEqual(['reset', 'takeBack', 'reset']);
  });
});

describe('the mark of an account in the cookie of a browser', () => {
  it('is another one after a change of the password, and for another account', () => {
    expect(accountMark(account)).toBe(mark);
    expect(accountMark({ ...account, passwordHash: 'a-new-hash' })).not.toBe(mark);
    expect(accountMark({ ...account, id: 'another-account' })).not.toBe(mark);
  });
});
