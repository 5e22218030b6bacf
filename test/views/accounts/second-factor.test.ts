import type { AuthenticatorRemovalPage } from '../../../src/accounts/web/second-factor/authenticator-removal.controller.js';
import type {
  AuthenticatorPage,
  NewAuthenticatorPage,
} from '../../../src/accounts/web/second-factor/authenticator.controller.js';
import { qrCode } from '../../../src/accounts/web/second-factor/qr-code.js';
import type { RenewRecoveryCodesPage } from '../../../src/accounts/web/second-factor/recovery-codes.controller.js';
import type { RecoveryCodesPage } from '../../../src/accounts/web/second-factor/recovery-codes.page.js';
import {
  CodeForm,
  OwnPasswordForm,
  RecoveryCodeForm,
} from '../../../src/accounts/web/second-factor/second-factor.form.js';
import type { SecurityPage } from '../../../src/accounts/web/second-factor/security.controller.js';
import type {
  SignInCodePage,
  SignInRecoveryPage,
} from '../../../src/accounts/web/second-factor/sign-in-code.controller.js';
import { formView } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, viewOf } from '../../support/views/rendered-view.js';

const own = { viewer: 'trainee', path: '/my/account/security' } as const;
const codeView = viewOf<SignInCodePage>('accounts/second-factor/sign-in-code', { path: '/sign-in/code' });
const recoveryView = viewOf<SignInRecoveryPage>('accounts/second-factor/sign-in-recovery', {
  path: '/sign-in/recovery-code',
});
const securityView = viewOf<SecurityPage>('accounts/second-factor/security', own);
const beginView = viewOf<NewAuthenticatorPage>('accounts/second-factor/new-authenticator', own);
const appView = viewOf<AuthenticatorPage>('accounts/second-factor/authenticator', own);
const removalView = viewOf<AuthenticatorRemovalPage>('accounts/second-factor/removal', own);
const renewView = viewOf<RenewRecoveryCodesPage>('accounts/second-factor/new-recovery-codes', own);
const codesView = viewOf<RecoveryCodesPage>('accounts/second-factor/recovery-codes', own);

const email = `${'c'.repeat(64)}@example.com`;

describe('the second step of a sign-in', () => {
  describe.each([null, '/cohorts/AZ-1?a=b'])('that continues to %s', (next) => {
    const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;

    inEachLanguage('asks for the code of the account’s app, or leads to the recovery codes', (stage) => {
      const seen = codeView(stage, { form: formView(CodeForm, stage.translator), email, next });
      expect(seen.heading).toBe(stage.t('secondFactor.signIn_title'));
      expect(seen.words).toContain(stage.t('secondFactor.signIn_lead', { email }));
      expect(seen.control('code')?.label).toBe(stage.t('secondFactor.code'));
      expect(seen.button(stage.t('signIn.act'))).toBe('post /sign-in/code');
      expect(seen.hidden('next')).toEqual(next === null ? [] : [next]);
      expect(seen.link(stage.t('secondFactor.use_recovery'))).toBe(`/sign-in/recovery-code${query}`);
    });

    inEachLanguage('takes a recovery code, and says what to do without one', (stage) => {
      const seen = recoveryView(stage, { form: formView(RecoveryCodeForm, stage.translator), email, next });
      expect(seen.button(stage.t('signIn.act'))).toBe('post /sign-in/recovery-code');
      expect(seen.hidden('next')).toEqual(next === null ? [] : [next]);
      expect(seen.link(stage.t('secondFactor.use_app'))).toBe(`/sign-in/code${query}`);
      expect(seen.words).toContain(stage.t('secondFactor.lost_all'));
    });

    inEachLanguage('that nobody waits for leads back to the password', (stage) => {
      const waiting = { email: null, next };
      for (const seen of [
        codeView(stage, { form: formView(CodeForm, stage.translator), ...waiting }),
        recoveryView(stage, { form: formView(RecoveryCodeForm, stage.translator), ...waiting }),
      ]) {
        expect(seen.words).toContain(stage.t('refusal.signInTookTooLong'));
        expect(seen.button(stage.t('signIn.act'))).toBeNull();
        expect(seen.link(stage.t('signIn.title'))).toBe(`/sign-in${query}`);
      }
    });
  });

  inEachLanguage('has its faults beside the code', (stage) => {
    const form = faultyIn(formView(CodeForm, stage.translator));
    expect(codeView(stage, { form, email, next: null }).faults).toEqual(faultsOn(form));
    const recovery = faultyIn(formView(RecoveryCodeForm, stage.translator));
    expect(recoveryView(stage, { form: recovery, email, next: null }).faults).toEqual(faultsOn(recovery));
  });
});

describe('the page of sign-in and security', () => {
  inEachLanguage('offers to add an app', (stage) => {
    const seen = securityView(stage, { authenticatorSince: null, recoveryCodesLeft: 0, recoveryCodes: 10 });
    expect(seen.words).toContain(stage.t('security.off'));
    expect(seen.link(stage.t('security.authenticator_add'))).toBe('/my/account/security/authenticator/new');
    expect(seen.link(stage.t('security.recovery_renew'))).toBeNull();
  });

  inEachLanguage('shows the app and how many recovery codes are left', (stage) => {
    const seen = securityView(stage, { authenticatorSince: LOOKED_AT, recoveryCodesLeft: 3, recoveryCodes: 10 });
    expect(seen.words).toContain(stage.t('security.on'));
    expect(seen.words).toContain(stage.t('security.recovery_left', { left: 3 }));
    expect(seen.link(stage.t('security.authenticator_replace'))).toBe('/my/account/security/authenticator/new');
    expect(seen.link(stage.t('security.authenticator_remove'))).toBe('/my/account/security/authenticator/removal');
    expect(seen.link(stage.t('security.recovery_renew'))).toBe('/my/account/security/recovery-codes');
  });

  inEachLanguage('warns when no recovery code is left', (stage) => {
    const seen = securityView(stage, { authenticatorSince: LOOKED_AT, recoveryCodesLeft: 0, recoveryCodes: 10 });
    expect(seen.words).toContain(stage.t('security.recovery_none'));
  });
});

describe('adding an app', () => {
  const enrolment = {
    qr: qrCode('otpauth://totp/a'),
    secret: 'ABCD EFGH',
    address: 'otpauth://totp/a',
    academy: '济南 & <学院>',
    email,
  };

  inEachLanguage('begins with the password, which is never sent back', (stage) => {
    const form = faultyIn(formView(OwnPasswordForm, stage.translator, { typed: { password: 'Springs' } }));
    const seen = beginView(stage, { form });
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('password')?.value).toBe('');
    expect(seen.button(stage.t('security.begin_act'))).toBe('post /my/account/security/authenticator/new');
  });

  inEachLanguage('shows the QR code, the key to type, and asks for the first code', (stage) => {
    const seen = appView(stage, { form: formView(CodeForm, stage.translator), enrolment });
    expect(seen.words).toContain('ABCD EFGH');
    expect(seen.words).toContain(stage.t('security.enrol_type_hint', { academy: enrolment.academy, email }));
    expect(seen.link(stage.t('security.enrol_open'))).toBe('otpauth://totp/a');
    expect(seen.button(stage.t('security.enrol_act'))).toBe('post /my/account/security/authenticator/confirmation');
    const form = faultyIn(formView(CodeForm, stage.translator));
    expect(appView(stage, { form, enrolment }).faults).toEqual(faultsOn(form));
  });

  inEachLanguage('that took too long leads to its beginning', (stage) => {
    const seen = appView(stage, { form: formView(CodeForm, stage.translator), enrolment: null });
    expect(seen.words).toContain(stage.t('refusal.enrolmentTookTooLong'));
    expect(seen.link(stage.t('security.authenticator_add'))).toBe('/my/account/security/authenticator/new');
  });
});

describe.each(['added', 'renewed'] as const)('recovery codes that were just %s', (reason) => {
  inEachLanguage('are shown once, with what to do', (stage) => {
    const codes = ['ABCD-EFGH-JKLM', 'NPQR-STUV-WXYZ'];
    const seen = codesView(stage, { codes, text: codes.join('\n'), reason });
    for (const part of [...codes, stage.t(`security.codes_${reason}`), stage.t('security.codes_text')])
      expect(seen.words).toContain(part);
    expect(seen.link(stage.t('security.codes_kept'))).toBe('/my/account/security');
  });
});

describe('what needs the password again', () => {
  inEachLanguage('says what follows, and sends no password back', (stage) => {
    const form = faultyIn(formView(OwnPasswordForm, stage.translator, { typed: { password: 'Springs' } }));
    const removal = removalView(stage, { form });
    const renewal = renewView(stage, { form });
    expect(removal.words).toContain(stage.t('security.remove_lead'));
    expect(renewal.words).toContain(stage.t('security.renew_lead'));
    for (const seen of [removal, renewal]) {
      expect(seen.faults).toEqual(faultsOn(form));
      expect(seen.control('password')?.value).toBe('');
    }
    expect(removal.button(stage.t('security.authenticator_remove'))).toBe(
      'post /my/account/security/authenticator/removal',
    );
    expect(renewal.button(stage.t('security.recovery_renew'))).toBe('post /my/account/security/recovery-codes');
  });
});
