import {
  RequestResetForm,
  ChoosePasswordForm,
  SetupForm,
  SignInForm,
  VerificationForm,
} from '../../../src/accounts/web/account.form.js';
import type { VerificationPage } from '../../../src/accounts/web/email-verification.controller.js';
import type { SignInPage } from '../../../src/accounts/web/sign-in.controller.js';
import { type FormView, formView } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const signInView = viewOf<SignInPage>('accounts/sign-in', { path: '/sign-in' });
const setupView = viewOf<{ form: FormView<SetupForm>; shortest: number }>('accounts/setup', { path: '/setup' });
const askView = viewOf<{ form: FormView<RequestResetForm>; sentTo: string | null }>('accounts/password-reset/ask');
const chooseView = viewOf<{ form: FormView<ChoosePasswordForm>; token: string; shortest: number }>(
  'accounts/password-reset/choose',
);
const verificationView = viewOf<VerificationPage>('accounts/email-verification');
const errorView = viewOf<{ status: number; kind: string; reference: string | null }>('errors/error', {
  path: '/a?b=c',
});

describe('sign-in', () => {
  describe.each([null, '/cohorts/AZ-1?a=b'])('that continues to %s', (next) => {
    inEachLanguage('keeps the target, also on the way to sign-up', (stage) => {
      const seen = signInView(stage, { form: formView(SignInForm, stage.translator), next, unverified: null });
      expect(seen.button(stage.t('signIn.act'))).toBe('post /sign-in');
      expect(seen.hidden('next')).toEqual(next === null ? [] : [next]);
      const signUp = next === null ? '/sign-up' : `/sign-up?next=${encodeURIComponent(next)}`;
      expect(seen.link(stage.t('signIn.signUp'))).toBe(signUp);
      expect(seen.link(stage.t('signIn.forgot'))).toBe('/password-reset');
    });
  });

  inEachLanguage('that failed keeps the address and never the password', (stage) => {
    const typed = { email: 'c@example.com', password: 'Springs' };
    const form = faultyIn(formView(SignInForm, stage.translator, { typed }));
    const seen = signInView(stage, { form, next: null, unverified: null });
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('email')?.value).toBe('c@example.com');
    expect(seen.control('password')?.value).toBe('');
    expect(seen.button(stage.t('account.sendAgain'))).toBeNull();
  });

  inEachLanguage('before the email is verified offers to send the link again', (stage) => {
    const form = formView(SignInForm, stage.translator);
    const seen = signInView(stage, { form, next: '/courses', unverified: 'c@example.com' });
    expect(seen.button(stage.t('account.sendAgain'))).toBe('post /email-verification');
    expect(seen.hidden('email')).toEqual(['c@example.com']);
    expect(seen.hidden('next')).toEqual(['/courses', '/courses']);
  });
});

inEachLanguage('the first page of an installation asks for the code, the academy and its administrator', (stage) => {
  const form = formView(SetupForm, stage.translator);
  const seen = setupView(stage, { form, shortest: 10 });
  expect(seen.sections).toEqual([stage.t('setup.academy'), stage.t('setup.administrator')]);
  expect(seen.words).toContain(stage.t('account.password_hint', { count: 10 }));
  expect(seen.button(stage.t('setup.act'))).toBe('post /setup');
  const faulty = faultyIn(form);
  expect(setupView(stage, { form: faulty, shortest: 10 }).faults).toEqual(faultsOn(faulty));
});

describe('a new password', () => {
  inEachLanguage('is requested by email, with the fault beside the address', (stage) => {
    const form = faultyIn(formView(RequestResetForm, stage.translator, { typed: { email: 'c@' } }));
    const seen = askView(stage, { form, sentTo: null });
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.button(stage.t('reset.act'))).toBe('post /password-reset');
    expect(seen.link(stage.t('form.cancel'))).toBe('/sign-in');
  });

  inEachLanguage('that was requested says where to look, and has no form', (stage) => {
    const seen = askView(stage, { form: formView(RequestResetForm, stage.translator), sentTo: 'c@example.com' });
    expect(seen.heading).toBe(stage.t('reset.sent_title'));
    expect(seen.words).toContain(stage.t('reset.sent', { email: 'c@example.com' }));
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('is set at the address in the email', (stage) => {
    const form = faultyIn(formView(ChoosePasswordForm, stage.translator));
    const seen = chooseView(stage, { form, token: 'a/b', shortest: 10 });
    expect(seen.button(stage.t('reset.choose_act'))).toBe('post /password-reset/a%2Fb');
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.link(stage.t('reset.again'))).toBe('/password-reset');
  });
});

describe('the verification of an email address', () => {
  const page = (stage: Stage, change: Partial<VerificationPage> = {}): VerificationPage => ({
    form: formView(VerificationForm, stage.translator),
    token: 'a/b',
    next: null,
    email: 'c@example.com',
    mayReset: true,
    ...change,
  });

  describe.each([null, '/courses'])('that continues to %s', (next) => {
    inEachLanguage('asks for the password, and offers a new one', (stage) => {
      const seen = verificationView(stage, page(stage, { next }));
      expect(seen.words).toContain(stage.t('emailVerification.lead', { email: 'c@example.com' }));
      expect(seen.button(stage.t('emailVerification.act'))).toBe('post /email-verification/a%2Fb');
      expect(seen.control('password')?.label).toBe(stage.t('account.password'));
      expect(seen.button(stage.t('emailVerification.reset'))).toBe('post /password-reset');
      expect(seen.hidden('email')).toEqual(['c@example.com']);
      expect(seen.hidden('next')).toEqual(next === null ? [] : [next]);
    });

    inEachLanguage('of a corrected address offers none, but says whom to ask', (stage) => {
      const seen = verificationView(stage, page(stage, { next, mayReset: false }));
      expect(seen.words).toContain(stage.t('emailVerification.ask_academy'));
      expect(seen.requests).toEqual(['post /email-verification/a%2Fb']);
    });

    inEachLanguage('by a link that is over leads to sign-in', (stage) => {
      const seen = verificationView(stage, page(stage, { next, email: null }));
      expect(seen.textsOf('callout')).toEqual([stage.t('emailVerification.link_over')]);
      expect(seen.requests).toEqual([]);
      const to = next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
      expect(seen.link(stage.t('signIn.title'))).toBe(to);
    });
  });

  inEachLanguage('that was refused says why beside the password, and sends none back', (stage) => {
    const form = faultyIn(formView(VerificationForm, stage.translator, { typed: { password: 'Springs' } }));
    const seen = verificationView(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('password')?.value).toBe('');
  });
});

describe('the error page', () => {
  const kinds = [
    'bad_request',
    'forbidden',
    'not_found',
    'too_large',
    'too_many',
    'unavailable',
    'records_contradict',
    'unexpected',
  ];
  describe.each(kinds)('of kind %s', (kind) => {
    inEachLanguage('explains what happened and links home', (stage) => {
      const seen = errorView(stage, { status: 500, kind, reference: null });
      expect(seen.heading).toBe(stage.t(`error.${kind}_title`));
      expect(seen.words).toContain(stage.t(`error.${kind}_text`));
      expect(seen.link(stage.t('error.home'))).toBe('/');
      expect(seen.words).not.toContain(stage.t('error.reference'));
    });
  });

  inEachLanguage('offers to open a stale form again, or shows a reference', (stage) => {
    const seen = errorView(stage, { status: 403, kind: 'stale_form', reference: 'ab12' });
    expect(seen.link(stage.t('error.open_again'))).toBe('/a?b=c');
    expect(seen.words).toContain('ab12');
  });
});
