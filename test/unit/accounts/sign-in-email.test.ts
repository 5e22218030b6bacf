import {
  addressIsFree,
  CORRECTION_RULES,
  emailIsAnother,
  emailIsStillFree,
  maskedEmail,
} from '../../../src/accounts/domain/sign-in-email.js';
import { blockers } from '../../../src/platform/index.js';

describe('a new sign-in email', () => {
  it('is another than the present one', () => {
    expect(emailIsAnother({ email: 'a@b.example', requested: 'a@b.example' })).toMatchObject({ field: 'email' });
    expect(emailIsAnother({ email: 'a@b.example', requested: 'c@b.example' })).toBeNull();
  });

  it('is free when it is confirmed', () => {
    expect(emailIsStillFree('a@b.example', true)).toMatchObject({ code: 'emailTakenMeanwhile' });
    expect(emailIsStillFree('a@b.example', false)).toBeNull();
  });

  it.each([
    ['somebody else’s', { isOwn: false, disabledAt: null }, []],
    ['the own one', { isOwn: true, disabledAt: null }, ['ownEmailElsewhere']],
    ['of a suspended account', { isOwn: false, disabledAt: 1 }, ['suspendedEmailStays']],
  ])('is corrected by an administrator or not: %s', (_, facts, codes) => {
    expect(blockers(CORRECTION_RULES, facts).map(({ code }) => code)).toEqual(codes);
  });

  it('names the holder of an address to the administrator who corrects one', () => {
    expect(addressIsFree('a@b.example', '李静')).toMatchObject({ data: { name: '李静' }, field: 'email' });
    expect(addressIsFree('a@b.example', null)).toBeNull();
  });
});

describe('a masked address', () => {
  it.each([
    ['chen.chen@example.com', 'c…@e….com'],
    ['a@b.co', 'a…@b….co'],
    ['陈@例子.公司', '陈…@例….公司'],
    ['a.b@mail.academy.example', 'a…@m….example'],
    ['𠮷田@mail.example', '𠮷…@m….example'],
  ])('of %s shows where it begins', (email, masked) => expect(maskedEmail(email)).toBe(masked));
});
