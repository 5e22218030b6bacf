import { ChangePasswordForm } from '../../../src/accounts/web/account.form.js';
import type { OwnAccountPage, SignedInBrowser } from '../../../src/accounts/web/own-account.controller.js';
import { formView } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<OwnAccountPage>('accounts/own', { viewer: 'instructor', path: '/my/account' });

function aBrowser(change: Partial<SignedInBrowser> = {}): SignedInBrowser {
  return { id: 'f1', browser: 'Firefox <script>', since: LOOKED_AT, usedAt: null, isThis: true, ...change };
}

function page(stage: Stage, change: Partial<OwnAccountPage> = {}): OwnAccountPage {
  return {
    form: formView(ChangePasswordForm, stage.translator),
    shortest: 10,
    waitingEmail: null,
    browsers: [aBrowser()],
    hasOthers: false,
    ...change,
  };
}

describe("one's own account", () => {
  inEachLanguage('shows whose it is and where it is signed in, and offers to sign out', (stage) => {
    const other = aBrowser({ id: 'f2', browser: 'B'.repeat(200), usedAt: LOOKED_AT, isThis: false });
    const seen = view(stage, page(stage, { browsers: [aBrowser(), other], hasOthers: true }));
    expect(seen.heading).toBe(stage.t('account.own_title'));
    expect(seen.words).toContain('李静');
    expect(seen.sections).toEqual(['signInEmail', 'changePassword', 'browsers'].map((at) => stage.t(`account.${at}`)));
    expect(seen.control('old')?.label).toBe(stage.t('account.oldPassword'));
    expect(seen.control('fresh')?.label).toBe(stage.t('account.newPassword'));
    expect(seen.words).toContain('li.jing@academy.example');
    const since = stage.t('account.since_at', { at: LOOKED_AT });
    expect(seen.textsOf('entry')).toEqual([
      `Firefox <script> ${stage.t('account.thisBrowser')} ${since}`,
      `${'B'.repeat(200)} ${since} · ${stage.t('account.used_at', { at: LOOKED_AT })} ${stage.t('account.signOutBrowser')}`,
    ]);
    expect(seen.button(stage.t('account.signOutBrowser'))).toBe('post /my/account/sign-outs');
    expect(seen.button(stage.t('account.signOutOthers'))).toBe('post /my/account/sign-outs');
    expect(seen.button(stage.t('layout.sign_out'))).toBe('post /sign-out');
    expect(seen.link(stage.t('account.profile'))).toBeNull();
    expect(seen.link(stage.t('account.changeEmail'))).toBe('/my/account/email');
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('whose new sign-in email waits says for what, and until when', (stage) => {
    const waitingEmail = { email: 'c@example.com', expiresAt: LOOKED_AT };
    const seen = view(stage, page(stage, { waitingEmail }));
    expect(seen.textsOf('callout')).toEqual([
      stage.t('account.emailChangeWaiting', { email: 'c@example.com', at: LOOKED_AT }),
    ]);
  });

  inEachLanguage('with a browser that did not identify itself still tells it apart', (stage) => {
    const seen = view(stage, page(stage, { browsers: [aBrowser({ browser: '' })] }));
    expect(seen.textsOf('entry')).toEqual([
      `${stage.t('account.unnamedBrowser')} ${stage.t('account.thisBrowser')} ${stage.t('account.since_at', { at: LOOKED_AT })}`,
    ]);
    expect(seen.button(stage.t('account.signOutOthers'))).toBeNull();
  });

  inEachLanguage('of a trainee links to their details', (stage) => {
    const seen = view(stage, page(stage), { viewer: 'trainee' });
    expect(seen.link(stage.t('account.profile'))).toBe('/my/profile');
  });

  inEachLanguage('with a refused password shows why beside each field, and returns no password', (stage) => {
    const typed = { old: 'Springs', fresh: 'Springs2' };
    const form = faultyIn(formView(ChangePasswordForm, stage.translator, { typed }));
    const seen = view(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect([seen.control('old')?.value, seen.control('fresh')?.value]).toEqual(['', '']);
    expect(seen.words).toContain(stage.t('account.password_hint', { count: 10 }));
    expect(seen.button(stage.t('account.changePassword'))).toBe('post /my/account/password');
  });
});
