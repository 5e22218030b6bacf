import { formView, optionsOf } from '../../../src/platform/index.js';
import { EDUCATIONS } from '../../../src/trainees/domain/education.js';
import { importView } from '../../../src/trainees/web/import.page.js';
import type { ProfilePage } from '../../../src/trainees/web/profile.controller.js';
import type { SignUpPage } from '../../../src/trainees/web/sign-up.controller.js';
import type { PreviewPage, UploadPage } from '../../../src/trainees/web/trainee-import.controller.js';
import { ProfileForm, SignUpForm } from '../../../src/trainees/web/trainee.form.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const signUpView = viewOf<SignUpPage>('trainees/sign-up/new', { path: '/sign-up' });
const sentView = viewOf<{ email: string; next: string | null }>('trainees/sign-up/sent', { path: '/sign-up' });
const profileView = viewOf<ProfilePage>('trainees/profile/edit', { viewer: 'trainee', path: '/my/profile' });
const uploadView = viewOf<UploadPage>('trainees/import/new', { viewer: 'coordinator' });
const previewView = viewOf<PreviewPage>('trainees/import/preview', { viewer: 'coordinator' });

describe('sign-up', () => {
  function page(stage: Stage, change: Partial<SignUpPage> = {}): SignUpPage {
    return {
      form: formView(SignUpForm, stage.translator),
      next: null,
      shortest: 10,
      consentText: 'I agree',
      ...change,
    };
  }

  describe.each([null, '/cohorts/AZ-1?a=b'])('that continues to %s', (next) => {
    inEachLanguage('explains the password rules, and links to sign-in', (stage) => {
      const seen = signUpView(stage, page(stage, { next }));
      expect(seen.words).toContain(stage.t('signUp.password_hint', { count: 10 }));
      expect(seen.control('consent')?.label).toBe('I agree');
      expect(seen.button(stage.t('signUp.act'))).toBe('post /sign-up');
      expect(seen.hidden('next')).toEqual(next === null ? [] : [next]);
      const to = next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
      expect(seen.link(stage.t('signUp.sign_in'))).toBe(to);
      expect(sentView(stage, { email: 'c@example.com', next }).link(stage.t('signUp.sign_in'))).toBe(to);
    });
  });

  inEachLanguage('that failed keeps all but the password, with each fault beside its field', (stage) => {
    const typed = { name: '长'.repeat(101), email: 'c@', password: 'Springs' };
    const form = faultyIn(formView(SignUpForm, stage.translator, { typed }));
    const seen = signUpView(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('email')?.value).toBe('c@');
    expect(seen.control('password')?.value).toBe('');
  });

  inEachLanguage('that was sent shows the address, whether or not there is an account', (stage) => {
    const seen = sentView(stage, { email: 'c@example.com', next: null });
    expect(seen.words).toContain(stage.t('signUp.sent_text', { email: 'c@example.com' }));
    expect(seen.words).toContain(stage.t('signUp.sent_nothing'));
  });
});

describe('one’s own profile', () => {
  function page(stage: Stage, change: Partial<ProfilePage> = {}): ProfilePage {
    const options = { education: optionsOf(stage.translator, 'trainee.education', EDUCATIONS) };
    const form = formView(ProfileForm, stage.translator, { typed: { name: '陈晨' }, options });
    return { form, email: 'c@example.com', consentAt: LOOKED_AT, certificates: 0, ...change };
  }

  inEachLanguage('says since when the data is kept, and has one form', (stage) => {
    const seen = profileView(stage, page(stage));
    expect(seen.requests).toEqual(['post /my/profile']);
    expect(seen.words).not.toContain(stage.t('profile.name_fixed', { count: 0 }));
    expect(seen.facts[stage.t('profile.consent')]).toBe(stage.translator.format.moment(LOOKED_AT));
  });

  describe.each([1, 2])('with %d certificates', (certificates) => {
    inEachLanguage('says that the name is fixed', (stage) => {
      const seen = profileView(stage, page(stage, { certificates }));
      expect(seen.words).toContain(stage.t('profile.name_fixed', { count: certificates }));
    });
  });

  inEachLanguage('that failed has each fault beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(profileView(stage, page(stage, { form })).faults).toEqual(faultsOn(form));
  });
});

describe('the import of trainees', () => {
  inEachLanguage('accepts a file, and explains its columns', (stage) => {
    const seen = uploadView(stage, { problem: null, most: 1000 });
    expect(seen.words).toContain(stage.t('import.file_hint', { most: 1000 }));
    expect(seen.button(stage.t('import.check'))).toBe('post /office/trainees/import');
    expect(seen.link(stage.t('import.template'))).toBe('/office/trainees/import/template.csv');
    expect(seen.textsOf('chip')).toHaveLength(8);
    expect(seen.faults).toEqual({});
  });

  inEachLanguage('of a file that cannot be read gives the reason beside the field', (stage) => {
    const seen = uploadView(stage, { problem: 'No file', most: 1000 });
    expect(seen.faults).toEqual({ 'field-file': 'No file' });
    expect(seen.link('No file')).toBe('#field-file');
  });

  const row = { line: 2, name: '陈晨', facts: '', faults: [], matches: [], isSure: false };

  function page(preview: Partial<PreviewPage['preview']> = {}, takes = 0): PreviewPage {
    const none = { good: [], matched: [], faulty: [], ignored: null };
    return { preview: { ...none, ...preview }, filename: '学员.csv', encoding: 'GBK', sheet: 'a,"b"', takes };
  }

  inEachLanguage('without any valid row gives the reason for each line, and has no button', (stage) => {
    const faults = [{ column: 'Email', text: 'No address' }];
    const seen = previewView(stage, page({ faulty: [{ ...row, faults }], ignored: 'Height' }));
    expect(seen.words).toContain(stage.t('import.nothing'));
    expect(seen.rows).toEqual([[stage.t('import.line', { line: 2 }), '陈晨', 'Email No address']]);
    expect(seen.words).toContain(stage.t('import.ignored', { columns: 'Height' }));
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('lists the columns that it ignores', (stage) => {
    const sheet = { rows: [], ignored: ['Height', '<b>'], text: 'a', encoding: 'UTF-8' } as const;
    const { ignored } = importView(sheet, stage.translator);
    const columns = stage.one('Height、<b>', 'Height, <b>');
    expect(previewView(stage, page({ ignored })).words).toContain(stage.t('import.ignored', { columns }));
  });

  describe.each([true, false])('of somebody who is certainly on record: %s', (isSure) => {
    inEachLanguage('asks whether to fill that record, to create a new one or to skip', (stage) => {
      const matches = [{ id: 't1', text: '陈晨 138', selected: isSure }];
      const seen = previewView(stage, page({ matched: [{ ...row, matches, isSure }], good: [row] }, 2));
      const choice = seen.control('row-2');
      expect(choice?.label).toBe(stage.t('import.decision_for', { line: 2 }));
      expect(choice?.value).toBe(isSure ? 't1' : 'new');
      expect(choice?.options).toEqual([
        stage.t('import.fill', { person: '陈晨 138' }),
        stage.t('import.as_new'),
        stage.t('import.skip'),
      ]);
      expect(seen.button(stage.t('import.confirm', { count: 2 }))).toBe('post /office/trainees/import/confirmation');
      expect(seen.hidden('sheet')).toEqual(['a,"b"']);
    });
  });
});
