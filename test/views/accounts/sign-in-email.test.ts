import type { AccountRow } from '../../../src/accounts/data/account-list.js';
import { accountView } from '../../../src/accounts/web/accounts.page.js';
import type { AccountEmailPage } from '../../../src/accounts/web/sign-in-email/account-email.controller.js';
import {
  ChangeEmailForm,
  ConfirmEmailForm,
  CorrectEmailForm,
} from '../../../src/accounts/web/sign-in-email/email.form.js';
import type { EmailChangePage } from '../../../src/accounts/web/sign-in-email/email-change.controller.js';
import type { OwnEmailPage } from '../../../src/accounts/web/sign-in-email/own-email.controller.js';
import { formView } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const askView = viewOf<OwnEmailPage>('accounts/sign-in-email/new', { viewer: 'trainee', path: '/my/account/email' });
const confirmView = viewOf<EmailChangePage>('accounts/sign-in-email/confirmation', { path: '/email-change/t' });
const correctView = viewOf<AccountEmailPage>('accounts/accounts/email', {
  viewer: 'administrator',
  path: '/office/accounts',
});
const typed = { email: 'c@', password: 'Springs', reason: '电话核实' };

describe('the request for a new sign-in email', () => {
  inEachLanguage('asks for the address and the current password, and says what happens', (stage) => {
    const seen = askView(stage, { form: formView(ChangeEmailForm, stage.translator) });
    expect(seen.heading).toBe(stage.t('account.changeEmail'));
    expect(seen.words).toContain(stage.t('account.changeEmail_lead', { email: 'li.jing@academy.example' }));
    expect(seen.control('email')?.label).toBe(stage.t('account.newEmail'));
    expect(seen.control('password')?.label).toBe(stage.t('account.oldPassword'));
    expect(seen.button(stage.t('reset.act'))).toBe('post /my/account/email');
    expect(seen.link(stage.t('form.cancel'))).toBe('/my/account');
    expect(seen.link(stage.t('account.own_title'))).toBe('/my/account');
  });

  inEachLanguage('that was refused keeps the address, never the password, with each fault beside it', (stage) => {
    const form = faultyIn(formView(ChangeEmailForm, stage.translator, { typed }));
    const seen = askView(stage, { form });
    expect(seen.faults).toEqual(faultsOn(form));
    expect([seen.control('email')?.value, seen.control('password')?.value]).toEqual(['c@', '']);
  });
});

describe('the confirmation of a new sign-in email', () => {
  const page = (stage: Stage, change: Partial<EmailChangePage> = {}): EmailChangePage => ({
    form: formView(ConfirmEmailForm, stage.translator),
    token: 'a/b',
    email: `${'c'.repeat(64)}@example.com`,
    needsPassword: false,
    ...change,
  });

  inEachLanguage('by its owner is one button', (stage) => {
    const seen = confirmView(stage, page(stage), { viewer: 'trainee' });
    expect(seen.heading).toBe(stage.t('emailChange.title'));
    expect(seen.words).toContain(stage.t('emailChange.lead', { email: page(stage).email }));
    expect(seen.button(stage.t('emailChange.act'))).toBe('post /email-change/a%2Fb');
    expect(seen.control('password')).toBeNull();
  });

  inEachLanguage('by somebody who is not signed in asks for the password, and sends none back', (stage) => {
    const form = faultyIn(formView(ConfirmEmailForm, stage.translator, { typed }));
    const seen = confirmView(stage, page(stage, { form, needsPassword: true }));
    expect(seen.control('password')?.label).toBe(stage.t('account.password'));
    expect(seen.words).toContain(stage.t('emailChange.password_hint'));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('password')?.value).toBe('');
  });

  inEachLanguage('that is refused says why', (stage) => {
    const refusals = [{ code: 'emailTakenMeanwhile', data: { email: 'c@example.com' }, field: null }];
    const seen = confirmView(stage, page(stage, { form: formView(ConfirmEmailForm, stage.translator, { refusals }) }));
    expect(seen.words).toContain(stage.t('refusal.emailTakenMeanwhile', { email: 'c@example.com' }));
  });

  inEachLanguage('by a link that is over leads to the account', (stage) => {
    const seen = confirmView(stage, page(stage, { email: null }));
    expect(seen.textsOf('callout')).toEqual([stage.t('emailChange.link_over')]);
    expect(seen.requests).toEqual([]);
    expect(seen.link(stage.t('account.own_title'))).toBe('/my/account');
  });
});

describe('the correction of a sign-in email', () => {
  const row: AccountRow = {
    id: 'a1',
    name: '李静',
    email: 'l@example.com',
    language: 'zh-CN',
    state: 'active',
    roles: ['coordinator'],
    emailVerifiedAt: LOOKED_AT,
    disabledAt: null,
    createdAt: LOOKED_AT,
    lastSignInAt: null,
  };
  const page = (stage: Stage, change: Partial<AccountEmailPage> = {}): AccountEmailPage => ({
    account: accountView(row, stage.translator),
    form: formView(CorrectEmailForm, stage.translator),
    blockers: [],
    ...change,
  });

  inEachLanguage('says what it ends and whom it tells before it is done', (stage) => {
    const seen = correctView(stage, page(stage));
    expect(seen.words).toContain('l@example.com');
    for (const one of ['check', 'ends', 'tells']) expect(seen.words).toContain(stage.t(`accounts.correctEmail_${one}`));
    expect(seen.control('email')?.label).toBe(stage.t('account.newEmail'));
    expect(seen.control('reason')?.label).toBe(stage.t('accounts.correctEmail_reason'));
    expect(seen.button(stage.t('accounts.correctEmail'))).toBe('post /office/accounts/a1/email');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/accounts/a1');
  });

  inEachLanguage('that was refused keeps what was typed, with each fault beside it', (stage) => {
    const form = faultyIn(formView(CorrectEmailForm, stage.translator, { typed }));
    const seen = correctView(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect([seen.control('email')?.value, seen.control('reason')?.value]).toEqual(['c@', '电话核实']);
  });

  inEachLanguage('that is forbidden gives the reason instead of a form', (stage) => {
    const seen = correctView(stage, page(stage, { blockers: [stage.t('refusal.ownEmailElsewhere')] }));
    expect(seen.words).toContain(stage.t('accounts.correctEmail_blocked'));
    expect(seen.words).toContain(stage.t('refusal.ownEmailElsewhere'));
    expect(seen.requests).toEqual([]);
  });
});
