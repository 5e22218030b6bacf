import { formView, typedFrom } from '../../../../src/platform/index.js';
import type { BulletinEmailDraft } from '../../../../src/scheduling/notifications/actions/compose-bulletin.js';
import { type EmailPage, emailPageOf } from '../../../../src/scheduling/notifications/web/bulletin-email.controller.js';
import type { BulletinPage } from '../../../../src/scheduling/notifications/web/bulletins.controller.js';
import { EmailForm } from '../../../../src/scheduling/notifications/web/notification.form.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { bulletinPage, draft } from './bulletin-page.js';

const office = { viewer: 'coordinator', path: '/office/bulletins/b1' } as const;
const view = viewOf<BulletinPage>('scheduling/notifications/bulletins/show', office);
const emailPageView = viewOf<EmailPage>('scheduling/notifications/bulletins/email', office);
const AT = '/office/bulletins/b1';

describe('an email of a bulletin', () => {
  const one = (stage: Stage, more: Partial<BulletinEmailDraft>) =>
    view(stage, bulletinPage(stage, { emails: [draft(more)] }));

  inEachLanguage('is shown as it goes out, and can be edited or left out', (stage) => {
    const seen = one(stage, {});
    expect(seen.textsOf('mailing-who')).toEqual(['陈晨 chen@mail.example']);
    expect(seen.textsOf('mailing-subject')).toEqual(['课表有变化']);
    expect(seen.textsOf('mailing-body')).toEqual(['你好： <b>第 3 次课</b>改期。']);
    expect(seen.main.inner.find((el) => el.hasClass('mailing-body'))?.attribute('lang')).toBe('zh-CN');
    expect(seen.link(stage.t('bulletin.edit_letter'))).toBe(`${AT}/letters/k1`);
    expect(seen.button(stage.t('bulletin.omit'))).toBe(`post ${AT}/letters/k1/omission`);
    expect(seen.button(stage.t('bulletin.readmit'))).toBeNull();
    expect(seen.textsOf('badge')).not.toContain(stage.t('bulletin.letter_rewritten'));
  });

  inEachLanguage('that was edited is marked', (stage) => {
    expect(one(stage, { rewritten: true }).textsOf('badge')).toContain(stage.t('bulletin.letter_rewritten'));
  });

  inEachLanguage('that was left out is not counted, and can be sent after all', (stage) => {
    const seen = one(stage, { dropped: true });
    expect(seen.textsOf('badge')).toContain(stage.t('bulletin.letter_dropped'));
    expect(seen.textsOf('mailing-dropped')).toHaveLength(1);
    expect(seen.sections[1]).toBe(stage.t('bulletin.letters_title', { count: 0 }));
    expect(seen.button(stage.t('bulletin.readmit'))).toBe(`post ${AT}/letters/k1/readmission`);
    expect(seen.link(stage.t('bulletin.edit_letter'))).toBeNull();
  });

  inEachLanguage('that was edited or left out before more changed says what no longer holds', (stage) => {
    const edited = one(stage, { outdated: { subject: '旧', body: '我写的信', dropped: false } });
    expect(edited.textsOf('callout').at(-1)).toBe(`${stage.t('bulletin.outdated_text')} 我写的信`);
    expect(edited.textsOf('badge')).toContain(stage.t('bulletin.letter_outdated'));
    const left = one(stage, { outdated: { subject: null, body: null, dropped: true } });
    expect(left.textsOf('callout').at(-1)).toBe(stage.t('bulletin.outdated_drop'));
    expect(left.textsOf('mailing-old')).toEqual([]);
  });
});

describe('editing an email', () => {
  const email = (stage: Stage, more: Partial<BulletinEmailDraft> = {}) => {
    const mail = draft(more);
    const typed = typedFrom({ subject: mail.subject, body: mail.body });
    return emailPageOf('b1', mail, formView(EmailForm, stage.translator, { typed }));
  };

  inEachLanguage('begins with what was composed', (stage) => {
    const seen = emailPageView(stage, email(stage));
    expect(seen.heading).toBe(stage.t('bulletin.letter_title', { name: '陈晨' }));
    expect(seen.textsOf('lead')).toEqual(['chen@mail.example']);
    expect(seen.control('subject')?.value).toBe('课表有变化');
    expect(seen.control('body')?.value).toContain('<b>第 3 次课</b>改期。');
    expect(seen.button(stage.t('bulletin.keep_letter'))).toBe(`post ${AT}/letters/k1`);
    expect(seen.link(stage.t('form.cancel'))).toBe(AT);
    expect(seen.button(stage.t('bulletin.restore_letter'))).toBeNull();
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('is read out in the language of the email', (stage) => {
    const outdated = { subject: 'Old', body: 'What I wrote', dropped: false };
    const seen = emailPageView(stage, email(stage, { language: 'en', outdated }));
    const fields = [...seen.main.all('input'), ...seen.main.all('textarea')].filter((one) =>
      ['subject', 'body'].includes(one.attribute('name') ?? ''),
    );
    expect(fields.map((one) => one.attribute('lang'))).toEqual(['en', 'en']);
    expect(seen.main.all('pre').map((one) => one.attribute('lang'))).toEqual(['en']);
  });

  inEachLanguage('that was edited before leads back to what was composed', (stage) => {
    const seen = emailPageView(stage, email(stage, { rewritten: true }));
    expect(seen.button(stage.t('bulletin.restore_letter'))).toBe(`post ${AT}/letters/k1/restoration`);
  });

  inEachLanguage('that is overtaken by more changes keeps what somebody wrote', (stage) => {
    const seen = emailPageView(
      stage,
      email(stage, { outdated: { subject: '旧', body: '我写的\n信', dropped: false } }),
    );
    expect(seen.textsOf('callout')).toEqual([`${stage.t('bulletin.outdated_text')} 我写的 信`]);
  });

  inEachLanguage('without text has each fault beside its field', (stage) => {
    const model = email(stage);
    const form = faultyIn(model.form);
    expect(emailPageView(stage, { ...model, form }).faults).toEqual(faultsOn(form));
  });
});
