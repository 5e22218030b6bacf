import {
  anAdministratorStays,
  mayBeInvited,
  rolesAfter,
  rolesNeedVerifiedEmail,
  someRoleIsLeft,
  stateOf,
} from '../../../src/accounts/domain/administration.js';
import { refusalOfLogo } from '../../../src/accounts/domain/logo-refusals.js';
import { refuse } from '../../../src/platform/refusals.js';
import { linesOf } from '../../../src/accounts/web/email-body.js';

describe('roles that an administrator gives', () => {
  test('keep those from elsewhere, such as the trainee’s own', () => {
    expect(rolesAfter(['coordinator', 'trainee'], ['instructor'])).toEqual(['instructor', 'trainee']);
  });

  test('never include one that is not in the form', () => {
    expect(rolesAfter([], ['employer', 'trainee', 'coordinator', 'king'])).toEqual(['coordinator']);
  });

  test('cannot be removed completely', () => {
    expect(someRoleIsLeft({ held: ['instructor'], requested: [], otherAdministrators: 3 })?.code).toBe('noRoleChosen');
    expect(someRoleIsLeft({ held: ['trainee'], requested: ['trainee'], otherAdministrators: 0 })).toBeNull();
  });

  test('cannot be taken from the last administrator, but from one of two', () => {
    const stepsDown = { held: ['administrator'], requested: ['coordinator'] } as const;
    expect(anAdministratorStays({ ...stepsDown, otherAdministrators: 0 })?.code).toBe('lastAdministrator');
    expect(anAdministratorStays({ ...stepsDown, otherAdministrators: 1 })).toBeNull();
    expect(
      anAdministratorStays({ held: ['coordinator'], requested: ['instructor'], otherAdministrators: 0 }),
    ).toBeNull();
  });
});

describe('an account whose email was never verified', () => {
  const waiting = { email: 'c@example.com', emailVerifiedAt: null, disabledAt: null, hasPassword: true };

  test('is given no role while somebody knows a password for it', () => {
    const given = ['coordinator'] as const;
    expect(rolesNeedVerifiedEmail({ ...waiting, given })).toMatchObject({
      code: 'roleNeedsVerifiedEmail',
      field: 'roles',
      data: { email: 'c@example.com' },
    });
    expect(rolesNeedVerifiedEmail({ ...waiting, hasPassword: false, given })).toBeNull();
    expect(rolesNeedVerifiedEmail({ ...waiting, emailVerifiedAt: 1, given })).toBeNull();
    expect(rolesNeedVerifiedEmail({ ...waiting, given: [] })).toBeNull();
  });

  test('may be invited, unless it is suspended', () => {
    expect([mayBeInvited(waiting), mayBeInvited({ ...waiting, disabledAt: 1 })]).toEqual([true, false]);
    expect(mayBeInvited({ ...waiting, emailVerifiedAt: 1 })).toBe(false);
  });
});

test('an account is invited until it has a password, and suspended regardless', () => {
  expect(stateOf({ disabledAt: null, hasPassword: false })).toBe('invited');
  expect(stateOf({ disabledAt: null, hasPassword: true })).toBe('active');
  expect(stateOf({ disabledAt: 1, hasPassword: false })).toBe('disabled');
});

describe('a refused logo', () => {
  test('has its message beside the field, worded for logos', () => {
    const { code, data, field } = refusalOfLogo(
      refuse('pictureTooManyPoints', { width: 9000, height: 10, most: 6000 }),
    );
    expect([code, field]).toEqual(['logoTooManyPoints', 'logo']);
    expect(data).toMatchObject({ width: 9000, height: 10, most: 6000 });
  });
});

describe('an email in the outbox', () => {
  const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz0';
  const body = `李静，你好：\n\nhttp://academy.example/password-reset/${secret}\n\nhttp://elsewhere.example/x`;

  test('has links to addresses of this site only', () => {
    expect(linesOf(body, 'http://academy.example', false).map(({ href }) => href)).toEqual([
      null,
      null,
      `/password-reset/${secret}`,
      null,
      null,
    ]);
  });

  test('hides secrets if emails are delivered', () => {
    const shown = linesOf(body, 'http://academy.example', true);
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.every(({ href }) => href === null)).toBe(true);
  });
});
