import { linesOf } from '../../../src/accounts/web/email-body.js';
import type { EmailPage, OutboxPage } from '../../../src/accounts/web/outbox.controller.js';
import { optionsOf, OUTBOX_STATES, pagesOf, selectOptions } from '../../../src/platform/index.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const office = { viewer: 'administrator', path: '/office/outbox' } as const;
const listView = viewOf<OutboxPage>('accounts/outbox/index', office);
const view = viewOf<EmailPage>('accounts/outbox/show', office);

type Email = OutboxPage['emails'][number];

function email(stage: Stage, change: Partial<Email> = {}): Email {
  const state = change.state ?? 'sent';
  return {
    id: 'm1',
    toAddress: 'c@example.com',
    toName: '阿依古丽·买买提',
    subject: '<script>',
    state,
    stateWord: stage.t(`outbox.state.${state}`),
    attempts: 1,
    createdAt: LOOKED_AT,
    sentAt: null,
    nextAttemptAt: LOOKED_AT,
    carriesCalendar: 0,
    ...change,
  };
}

describe('the outbox', () => {
  function page(stage: Stage, emails: readonly Email[], change: Partial<OutboxPage> = {}): OutboxPage {
    return {
      emails,
      count: emails.length,
      pages: pagesOf('/office/outbox', { page: 1, size: 50, count: emails.length }),
      q: '',
      states: selectOptions(optionsOf(stage.translator, 'outbox.state', OUTBOX_STATES), ''),
      filtered: false,
      isDelivered: true,
      ...change,
    };
  }

  inEachLanguage('that is empty says so', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.heading).toBe(stage.t('outbox.title'));
    expect(seen.words).toContain(stage.t('outbox.none'));
    expect(seen.words).not.toContain(stage.t('outbox.not_delivered'));
  });

  inEachLanguage('filtered without result links to all, and keeps its filters', (stage) => {
    const states = selectOptions(optionsOf(stage.translator, 'outbox.state', OUTBOX_STATES), 'failed');
    const seen = listView(stage, page(stage, [], { filtered: true, q: 'x', states }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect([seen.control('q')?.value, seen.control('state')?.value]).toEqual(['x', 'failed']);
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/outbox', '/office/outbox']);
  });

  inEachLanguage('without a mail server says that nothing is sent', (stage) => {
    const seen = listView(stage, page(stage, [], { isDelivered: false }));
    expect(seen.words).toContain(stage.t('outbox.not_delivered'));
    expect(seen.words).toContain(stage.t('outbox.not_delivered_text'));
  });

  inEachLanguage('shows emails in every state, and which have calendar parts', (stage) => {
    const emails = OUTBOX_STATES.map((state, at) => email(stage, { state, carriesCalendar: at, attempts: at * 1001 }));
    const seen = listView(stage, page(stage, emails));
    const { number, moment } = stage.translator.format;
    expect(seen.rows).toEqual(
      OUTBOX_STATES.map((state, at) => [
        at === 0 ? '<script>' : `<script> ${stage.t('outbox.carries_calendar')}`,
        '阿依古丽·买买提 c@example.com',
        stage.t(`outbox.state.${state}`),
        number(at * 1001),
        moment(LOOKED_AT),
      ]),
    );
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual(['subject', 'to', 'state', 'tries', 'written'].map((head) => stage.t(`outbox.${head}`)));
    expect(seen.link('<script>')).toBe('/office/outbox/m1');
    expect(seen.words).toContain(stage.t('outbox.count', { count: OUTBOX_STATES.length }));
  });
});

describe('an email of the outbox', () => {
  const links = ['my/training', ...['password-reset', 'email-change'].map((at) => `${at}/abcdefghijklmnopqrstuvwxyz`)];
  const body = ['陈晨：', '', ...links.map((link) => `https://x.test/${link}`)].join('\n');

  function page(stage: Stage, change: Partial<Email> = {}, rest: Partial<EmailPage> = {}): EmailPage {
    const isDelivered = rest.isDelivered ?? true;
    return {
      mail: { ...email(stage, change), language: 'zh-CN', lastError: null },
      lines: linesOf(body, 'https://x.test', isDelivered),
      isDelivered,
      mayRetry: false,
      calendarParts: [],
      ...rest,
    };
  }

  inEachLanguage('that was sent shows when, hides the secret of a link, and cannot be sent again', (stage) => {
    const seen = view(stage, page(stage, { sentAt: LOOKED_AT }));
    expect(seen.heading).toBe(`<script> ${stage.t('outbox.state.sent')}`);
    expect(seen.facts[stage.t('outbox.to')]).toBe('阿依古丽·买买提 c@example.com');
    expect(seen.facts[stage.t('outbox.sent_at')]).toBe(stage.translator.format.moment(LOOKED_AT));
    expect(seen.facts[stage.t('outbox.tries')]).toBe('1');
    expect(seen.facts[stage.t('outbox.written')]).toBe(stage.translator.format.moment(LOOKED_AT));
    for (const at of ['password-reset', 'email-change']) expect(seen.words).toContain(`https://x.test/${at}/••••••`);
    expect(seen.words).toContain(stage.t('outbox.hidden'));
    expect(seen.link('https://x.test/my/training')).toBe('/my/training');
    expect(seen.requests).toEqual([]);
    expect(seen.facts).not.toHaveProperty(stage.t('outbox.next_try'));
  });

  inEachLanguage('that is not delivered shows its links in full', (stage) => {
    const seen = view(stage, page(stage, { state: 'pending' }, { isDelivered: false }));
    const secret = '/password-reset/abcdefghijklmnopqrstuvwxyz';
    expect(seen.link(`https://x.test${secret}`)).toBe(secret);
    expect(seen.words).not.toContain(stage.t('outbox.hidden'));
    expect(seen.facts).not.toHaveProperty(stage.t('outbox.sent_at'));
  });

  inEachLanguage('that failed shows why and when it is retried, and can be sent at once', (stage) => {
    const failed = page(stage, { state: 'failed', attempts: 12 }, { mayRetry: true });
    const seen = view(stage, { ...failed, mail: { ...failed.mail, lastError: '550 <no such user>' } });
    expect(seen.button(stage.t('outbox.retry'))).toBe('post /office/outbox/m1/delivery');
    expect(seen.facts[stage.t('outbox.next_try')]).toBe(stage.translator.format.moment(LOOKED_AT));
    expect(seen.words).toContain(`${stage.t('outbox.last_error')} 550 <no such user>`);
  });

  inEachLanguage('offers its calendar parts, and marks the one that mail programs read', (stage) => {
    const part = (at: number, method: string) => ({
      name: `${at}.ics`,
      href: `/office/outbox/m1/calendar/${at}`,
      methodText: stage.t(`outbox.calendar.${method}`),
    });
    const one = view(stage, page(stage, {}, { calendarParts: [part(1, 'REQUEST')] }));
    expect(one.sections).toContain(stage.t('outbox.calendar_parts', { count: 1 }));
    expect(one.words).not.toContain(stage.t('outbox.calendar_hint'));
    const several = view(stage, page(stage, {}, { calendarParts: [part(1, 'CANCEL'), part(2, 'PUBLISH')] }));
    expect(several.words).toContain(`${stage.t('outbox.calendar.CANCEL')} · 1.ics`);
    expect(several.link('2.ics')).toBe('/office/outbox/m1/calendar/2');
    expect(several.words).toContain(stage.t('outbox.calendar_hint'));
  });
});
