import type { SessionToday } from '../../../src/reporting/data/today.js';
import type { Wrong, WrongCode } from '../../../src/reporting/domain/attention.js';
import {
  cohortSoonView,
  sessionView,
  split,
  type TodayPage,
  waitingView,
  wrongViews,
} from '../../../src/reporting/web/today.page.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const office = { viewer: 'coordinator', path: '/office' } as const;
const view = viewOf<TodayPage>('reporting/today/index', office);

const HOUR = 3_600_000;

function page(change: Partial<TodayPage> = {}): TodayPage {
  return {
    today: '2026-03-10',
    taskCount: 0,
    soonDays: 14,
    sessions: [],
    soon: [],
    ...split('waiting', []),
    ...split('toCertify', []),
    ...split('wrong', []),
    ...change,
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('the day of the office', () => {
  inEachLanguage('without events says so, and links onward', (stage) => {
    const seen = view(stage, page());
    expect(seen.heading).toBe(stage.translator.format.dayShort('2026-03-10'));
    for (const key of ['nothing_wrong', 'no_sessions', 'no_soon', 'no_certificates', 'no_waitlists'])
      expect(seen.words).toContain(stage.t(`today.${key}`));
    expect(seen.link(stage.t('task.counted', { count: 0 }))).toBe('/office/tasks');
    const made = '/office/cohorts/new';
    expect(seen.links(stage.t('today.new_cohort'))).toEqual([made, made]);
    expect(seen.sections).toEqual(
      ['wrong', 'sessions', 'soon', 'certificates', 'waitlists'].map((part) => stage.t(`today.${part}`, { days: 14 })),
    );
  });
});

describe('a session of the day', () => {
  const session: SessionToday = {
    id: 's1',
    number: 1,
    startsAt: LOOKED_AT - HOUR,
    endsAt: LOOKED_AT + HOUR,
    state: 'planned',
    cohortCode: 'AZ-1',
    delivery: 'onsite',
    titleZh: '长'.repeat(200),
    titleEn: '<script>',
    roomZh: '机房',
    roomEn: '',
    instructor: '阿依古丽·买买提',
    expected: 20,
    marked: 0,
  };
  const seenOf = (stage: Stage, change: Partial<SessionToday>) =>
    view(stage, page({ sessions: [sessionView({ ...session, ...change }, stage.context(), LOOKED_AT)] }));

  inEachLanguage('shows when, what, where and by whom', (stage) => {
    const seen = seenOf(stage, {});
    const { clock, dayShort } = stage.translator.format;
    const title = stage.t('today.session', { title: stage.one(session.titleZh, '<script>'), number: 1 });
    expect(seen.textsOf('session')).toEqual([
      `${dayShort('2026-03-10')} ${clock(session.startsAt)}–${clock(session.endsAt)} ${title} ` +
        `${stage.t('today.register.now')} AZ-1 机房 阿依古丽·买买提 ${stage.t('today.act.register')}`,
    ]);
    expect(seen.link(title)).toBe('/office/cohorts/AZ-1/sessions');
    expect(seen.link(stage.t('today.act.register'))).toBe('/sessions/s1/register');
  });

  const later = { startsAt: LOOKED_AT + HOUR, endsAt: LOOKED_AT + 2 * HOUR };
  const over = { startsAt: LOOKED_AT - 2 * HOUR, endsAt: LOOKED_AT - HOUR };
  describe.each([
    ['nobody', { expected: 0 }, 'register'],
    ['done', { marked: 20 }, 'see_register'],
    ['part', { marked: 1 }, 'register'],
    ['later', later, 'register'],
    ['now', {}, 'register'],
    ['open', over, 'register'],
  ] as const)('whose register is %s', (word, change, act) => {
    inEachLanguage('shows it, and links to it', (stage) => {
      const seen = seenOf(stage, change);
      const { expected, marked } = { ...session, ...change };
      expect(seen.textsOf('badge')).toEqual([stage.t(`today.register.${word}`, { expected, marked })]);
      expect(seen.link(stage.t(`today.act.${act}`))).toBe('/sessions/s1/register');
    });
  });

  inEachLanguage('without room and instructor links to their assignment, until it begins', (stage) => {
    const bare = { roomZh: null, roomEn: null, instructor: null };
    const seen = seenOf(stage, { ...bare, ...later });
    expect(seen.words).toContain(`${stage.t('today.no_room')} ${stage.t('today.no_instructor')}`);
    expect(seen.link(stage.t('today.act.assign'))).toBe('/office/cohorts/AZ-1/sessions');
    expect(seenOf(stage, { ...bare, delivery: 'online' }).words).toContain(stage.t('today.online'));
    expect(seenOf(stage, bare).link(stage.t('today.act.register'))).toBe('/sessions/s1/register');
  });
});

describe('a cohort that begins soon', () => {
  const cohort = {
    code: 'AZ-1',
    titleZh: '云',
    titleEn: '',
    startsOn: '2026-03-20',
    windowOpensAt: LOOKED_AT - HOUR,
    capacity: 1001,
    leastEnrolment: 8,
    confirmed: 0,
  };

  describe.each([
    ['draft', '/publication', 'publish', { windowOpensAt: LOOKED_AT + HOUR }],
    ['tentative', '/confirmation', 'confirm', {}],
    ['confirmed', '/roster', 'roster', {}],
  ] as const)('and is %s', (state, tab, act, change) => {
    inEachLanguage('shows when, who is in it, and what is next', (stage) => {
      const row = { ...cohort, state, ...change };
      const seen = view(stage, page({ soon: [cohortSoonView(row, stage.context(), LOOKED_AT)] }));
      const when = { at: row.windowOpensAt, date: '2026-03-20' };
      expect(seen.rows).toEqual([
        [
          '云 AZ-1',
          stage.t(state === 'draft' ? 'today.opens' : 'today.starts', when),
          stage.t('today.enrolled', { count: 0, capacity: 1001, least: 8 }),
          stage.t(`today.state.${state}`),
          stage.t(`today.act.${act}`),
        ],
      ]);
      expect(seen.link('云')).toBe('/office/cohorts/AZ-1');
      expect(seen.link(stage.t(`today.act.${act}`))).toBe(`/office/cohorts/AZ-1${tab}`);
    });
  });

  inEachLanguage('and has begun is in progress', (stage) => {
    const row = { ...cohort, state: 'confirmed', startsOn: '2026-03-10' };
    const seen = view(stage, page({ soon: [cohortSoonView(row, stage.context(), LOOKED_AT)] }));
    expect(seen.rows[0]?.[3]).toBe(stage.t('today.state.inProgress'));
  });
});

describe('lists beside the day', () => {
  const waiting = { titleZh: '云', titleEn: 'Cloud', startsOn: '2026-03-20', waiting: 1, nextDeadline: null };

  inEachLanguage('show waitlists, those beyond six behind a fold', (stage) => {
    const rows = numbers(8).map((n) => ({ ...waiting, code: `W-${n}`, free: n - 1, offered: 0 }));
    const offered = { ...waiting, code: 'W-0', waiting: 1001, free: 0, offered: 2, nextDeadline: LOOKED_AT };
    const views = [offered, ...rows].map((row) => waitingView(row, stage.context()));
    const seen = view(stage, page(split('waiting', views)));
    const entries = seen.textsOf('entry');
    expect(entries).toHaveLength(9);
    const act = stage.t('today.act.roster');
    expect(entries[0]).toBe(
      `${stage.one('云', 'Cloud')} W-0 · ${stage.t('today.starts', { date: '2026-03-20' })} ` +
        `${stage.t('today.waiting', { count: 1001 })} · ${stage.t('today.offered', { count: 2, at: LOOKED_AT })}` +
        `${stage.t('today.and')}${stage.t('today.full')} ${act} W-0`,
    );
    expect(entries[2]).toContain(`${stage.t('today.waiting', { count: 1 })} · ${stage.t('today.free', { count: 1 })}`);
    expect(seen.main.all('details').map((one) => one.all('li').length)).toEqual([3]);
    expect(seen.main.all('summary')[0]?.text).toBe(stage.t('today.wrong_more', { count: 3 }));
    const roster = '/office/cohorts/W-8/roster';
    expect([seen.link(`${act} W-8`), seen.links(stage.one('云', 'Cloud')).at(-1)]).toEqual([roster, roster]);
  });

  inEachLanguage('show missing certificates, those beyond six behind a fold', (stage) => {
    const rows = numbers(7).map((n) => ({
      ...{ code: `C-${n}`, titleZh: '<云>', titleEn: '', completedAt: LOOKED_AT, count: n },
      href: `/office/cohorts/C-${n}/certificates`,
    }));
    const seen = view(stage, page(split('toCertify', rows)));
    const act = stage.t('today.act.issue');
    expect(seen.textsOf('entry')[0]).toBe(`<云> C-1 · ${stage.t('today.to_issue', { count: 1 })} ${act} C-1`);
    expect(seen.main.all('summary')[0]?.text).toBe(stage.t('today.wrong_more', { count: 1 }));
    expect(seen.link(`${act} C-7`)).toBe('/office/cohorts/C-7/certificates');
    expect(seen.words).not.toContain(stage.t('today.no_certificates'));
  });
});

describe('a problem of the day', () => {
  const DATA = { cohort: 'AZ-1', count: 1, date: '2026-03-20', time: '09:00', number: 2, name: '<Qingming>', least: 8 };
  const LEADS: Readonly<Record<WrongCode, readonly [act: string, href: string]>> = {
    noInstructor: ['assign', '/office/cohorts/AZ-1/sessions'],
    noRoom: ['assign', '/office/cohorts/AZ-1/sessions'],
    onClosedDay: ['move', '/office/cohorts/AZ-1/sessions'],
    decide: ['settle', '/office/cohorts/AZ-1'],
    belowLeast: ['decide', '/office/cohorts/AZ-1/roster'],
    notPublished: ['publish', '/office/cohorts/AZ-1/publication'],
    overdue: ['complete', '/office/cohorts/AZ-1/completion'],
    failedMails: ['outbox', '/office/outbox'],
  };
  const wrong = (code: WrongCode): Wrong => ({
    code,
    cohort: code === 'failedMails' ? null : 'AZ-1',
    data: DATA,
    by: '2026-03-20',
  });

  describe.each(Object.keys(LEADS) as WrongCode[])('as %s', (code) => {
    inEachLanguage('is explained, and links to its solution', (stage) => {
      const context = stage.context({ viewer: 'administrator' });
      const seen = view(stage, page(wrongViews([wrong(code)], context)));
      const [act, href] = LEADS[code];
      expect(seen.textsOf('wrong')).toEqual([`${stage.t(`today.wrong.${code}`, DATA)} ${stage.t(`today.act.${act}`)}`]);
      expect(seen.link(stage.t(`today.act.${act}`))).toBe(href);
    });
  });

  inEachLanguage('links to the outbox only for those who may read it; beyond six it is behind a fold', (stage) => {
    const seen = view(
      stage,
      page(
        wrongViews(
          numbers(7).map(() => wrong('failedMails')),
          stage.context(office),
        ),
      ),
    );
    expect(seen.textsOf('wrong')).toEqual(numbers(7).map(() => stage.t('today.wrong.failedMails', DATA)));
    expect(seen.main.all('summary')[0]?.text).toBe(stage.t('today.wrong_more', { count: 1 }));
  });
});
