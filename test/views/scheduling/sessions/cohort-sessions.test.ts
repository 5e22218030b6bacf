import { instantOf } from '../../../../src/platform/index.js';
import type { SessionRow } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import type { CohortSessionsPage } from '../../../../src/scheduling/sessions/web/cohort-sessions.controller.js';
import { sessionLine } from '../../../../src/scheduling/sessions/web/session-line.js';
import { dayWarning, unpublishedSessions } from '../../../../src/scheduling/sessions/web/unpublished-sessions.js';
import { cohortHeaderIn } from '../../../support/views/cohort-header.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { sessionRow, taughtBy } from '../session-row.js';

const view = viewOf<CohortSessionsPage>('scheduling/sessions/cohort-sessions/index', { viewer: 'coordinator' });
const ROOT = '/office/cohorts/AZ-104-2026-03';

function page(stage: Stage, rows: readonly SessionRow[], change: Partial<CohortSessionsPage> = {}): CohortSessionsPage {
  return {
    header: cohortHeaderIn(stage, { code: 'AZ-104-2026-03' }),
    cohort: { code: 'AZ-104-2026-03', course: 'Azure', sessionsAt: `${ROOT}/sessions` },
    sessions: rows.map((row) => sessionLine(stage.translator, row, { now: LOOKED_AT, warning: null })),
    notPublished: null,
    someCancelled: rows.some(({ state }) => state === 'cancelled'),
    someOpen: rows.some(({ state, startsAt }) => state === 'planned' && startsAt > LOOKED_AT),
    hours: '3',
    closedBecause: null,
    feed: { address: null, webcal: null },
    ...change,
  };
}

describe('the sessions of a cohort', () => {
  inEachLanguage('that has none lead to a pattern, or to one by hand', (stage) => {
    const seen = view(stage, page(stage, []));
    expect(seen.words).toContain(`${stage.t('session.none')} ${stage.t('session.none_text')}`);
    expect(seen.links(stage.t('session.by_pattern'))).toEqual(Array(2).fill(`${ROOT}/sessions/pattern`));
    expect(seen.link(stage.t('session.one_more'))).toBe(`${ROOT}/sessions/new`);
    expect(seen.link(stage.t('pattern.again'))).toBeNull();
    expect(seen.button(stage.t('session.cancel_chosen'))).toBeNull();
  });

  inEachLanguage('show time, room, instructor and state, and lead to what can be done with each', (stage) => {
    const rows = [
      sessionRow(),
      sessionRow({ id: 's2', number: 4, state: 'cancelled', roomId: null, room: null, cancelledBecause: '<停电>' }),
      sessionRow({ id: 's3', number: 5, startsAt: LOOKED_AT, endsAt: LOOKED_AT + 60_000 }),
      sessionRow({ id: 's4', number: 6, state: 'held', overrideReason: '家长要求' }),
    ];
    const seen = view(stage, page(stage, rows));
    const states = ['planned', 'cancelled', 'begun', 'held'].map((state) => stage.t(`session.state_${state}`));
    expect(seen.words).toContain(stage.t('session.count_hours', { count: 4, hours: '3' }));
    expect(seen.rows.map((cells) => cells[4])).toEqual([
      states[0],
      `${states[1]} ${stage.t('session.cancelled_because', { reason: '<停电>' })}`,
      states[2],
      `${states[3]} ${stage.t('session.overridden', { reason: '家长要求' })}`,
    ]);
    expect(seen.rows[0]?.slice(0, 3)).toEqual([
      stage.t('session.nth', { number: 3 }),
      `${stage.translator.format.dayShort('2026-03-11')} 09:00–12:00`,
      stage.one('琵琶泉实训室', 'Pipa Lab'),
    ]);
    expect(seen.rows[1]?.[2]).toBe(stage.t('session.no_room'));
    expect(seen.links(stage.t('session.move'))).toEqual(['/office/sessions/s1/move']);
    expect(seen.links(stage.t('session.cancel'))).toEqual(['/office/sessions/s1/cancellation']);
    expect(seen.links(stage.t('session.restore'))).toEqual(['/office/sessions/s2/restoration']);
    expect(seen.links(stage.t('session.register'))).toEqual(['/sessions/s3/register', '/sessions/s4/register']);
    expect(seen.link(stage.t('pattern.again'))).toBe(`${ROOT}/patterns`);
  });

  inEachLanguage('are chosen where they can be cancelled or brought back', (stage) => {
    const rows = [
      sessionRow({ sequence: 7 }),
      sessionRow({ id: 's2', number: 4, state: 'cancelled' }),
      sessionRow({ id: 's3', number: 5, state: 'held' }),
    ];
    const seen = view(stage, page(stage, rows));
    expect(seen.controls('chosen').map(({ value, label }) => [value, label])).toEqual([
      ['s1:7', stage.t('session.choose', { number: 3 })],
      ['s2:0', stage.t('session.choose', { number: 4 })],
    ]);
    expect(seen.button(stage.t('session.cancel_chosen'))).toBe(`get ${ROOT}/sessions/cancellation`);
    expect(seen.button(stage.t('session.restore_chosen'))).toBe(`get ${ROOT}/sessions/restoration`);
    const open = view(stage, page(stage, [sessionRow()]));
    expect(open.button(stage.t('session.restore_chosen'))).toBeNull();
    const over = view(stage, page(stage, [sessionRow({ state: 'held' })]));
    expect([over.controls('chosen'), over.button(stage.t('session.cancel_chosen'))]).toEqual([[], null]);
  });
});

describe('who teaches a session of a cohort', () => {
  const cells = (stage: Stage, change: Partial<SessionRow>) => {
    const seen = view(stage, page(stage, [sessionRow(change)]));
    return { seen, said: seen.rows[0]?.[3] };
  };
  const name = { zh: '古丽娜尔·买买提艾力', en: 'Gulnar Mamtili' };

  inEachLanguage('is nobody yet', (stage) => {
    const { said } = cells(stage, { instructors: [], instructor: null });
    expect(said).toBe(stage.t('session.no_instructor'));
  });

  inEachLanguage('is shown with roles and answers; a decline leads to substitutes', (stage) => {
    const assistant = taughtBy({ id: 'i2', name, role: 'assistant', answer: 'declined' });
    const { seen, said } = cells(stage, { instructors: [taughtBy(), assistant] });
    expect(said).toBe(
      [
        ...[stage.one('王海涛', 'Wang Haitao'), stage.t('answer.state_open')],
        ...[stage.one(name.zh, name.en), stage.t('session.role_assistant'), stage.t('answer.state_declined')],
        stage.t('session.find_substitute'),
      ].join(' '),
    );
    expect(seen.link(stage.t('session.find_substitute'))).toBe('/office/sessions/s1/substitutes');
  });

  inEachLanguage('needs no answer once it is over', (stage) => {
    const { said } = cells(stage, { state: 'held', instructors: [taughtBy({ answer: 'declined', role: 'examiner' })] });
    expect(said).toBe(`${stage.one('王海涛', 'Wang Haitao')} ${stage.t('session.role_examiner')}`);
  });
});

describe('the days of a cohort’s sessions', () => {
  const calendar = new AcademyCalendar(
    [{ kind: 'closure', date: '2026-03-11', name: '校庆', nameEn: 'Anniversary' }],
    [2026],
  );
  const warned = (stage: Stage, meantDay: string | null) => {
    const warning = dayWarning(stage.translator, calendar.dayOn('2026-03-11'), { mixed: false, meantDay });
    const sessions = [sessionLine(stage.translator, sessionRow(), { now: LOOKED_AT, warning })];
    return view(stage, page(stage, [sessionRow()], { sessions })).textsOf('warn-text');
  };

  inEachLanguage('that are closed are named, on purpose or not', (stage) => {
    const name = stage.one('校庆', 'Anniversary');
    expect(warned(stage, null)).toEqual([stage.t('calendar.falls_on_closure', { name })]);
    expect(warned(stage, '2026-03-11')).toEqual([stage.t('calendar.meant_on', { name })]);
    expect(view(stage, page(stage, [sessionRow()])).textsOf('warn-text')).toEqual([]);
  });

  describe.each([1, 3])('%d of which lie in a year without notice', (count) => {
    inEachLanguage('may change, and the calendar is a step away for those who keep it', (stage) => {
      const days = Array.from({ length: count }, (_, at) => calendar.dayOn(`${2027 + at}-01-05`));
      for (const viewer of ['administrator', 'coordinator'] as const) {
        const notPublished = unpublishedSessions(stage.context({ viewer }), days);
        const row = sessionRow({
          startsAt: instantOf('2027-01-05', '09:00'),
          endsAt: instantOf('2027-01-05', '12:00'),
        });
        const seen = view(stage, page(stage, [row], { notPublished }), { viewer });
        const years = days.map(({ date }) => date.slice(0, 4)).join(stage.one('、', ', '));
        expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.cohort_not_published', { count, years })]);
        expect(seen.link(stage.t('calendar.open_year', { year: '2027' }))).toBe(
          viewer === 'administrator' ? '/office/calendar?year=2027' : null,
        );
      }
    });
  });
});

describe('a cohort’s timetable', () => {
  inEachLanguage('that is closed says why, and nothing can be added, chosen or changed', (stage) => {
    const closedBecause = stage.t('refusal.cohortTimetableClosed', { cohort: 'AZ-104-2026-03' });
    const rows = [
      sessionRow({ state: 'held' }),
      sessionRow({ id: 's2', state: 'cancelled' }),
      sessionRow({ id: 's3' }),
    ];
    const seen = view(stage, page(stage, rows, { closedBecause }));
    expect(seen.textsOf('callout')).toEqual([closedBecause]);
    const acts = ['session.move', 'session.cancel', 'session.restore'];
    for (const key of [...acts, 'session.by_pattern', 'session.one_more', 'pattern.again'])
      expect(seen.link(stage.t(key))).toBeNull();
    expect(seen.links(stage.t('session.register'))).toEqual(['/sessions/s1/register']);
    expect(seen.controls('chosen')).toEqual([]);
    expect(seen.button(stage.t('session.cancel_chosen'))).toBeNull();
    expect(view(stage, page(stage, [], { closedBecause })).link(stage.t('session.by_pattern'))).toBeNull();
  });

  inEachLanguage('has an address for calendars', (stage) => {
    const at = `${ROOT}/sessions/feed`;
    const seen = view(stage, page(stage, []));
    expect(seen.sections).toContain(stage.t('feed.cohort_title'));
    expect(seen.button(stage.t('feed.make'))).toBe(`post ${at}`);
    const feed = { address: 'https://x.example/a.ics', webcal: 'webcal://x.example/a.ics' };
    const made = view(stage, page(stage, [], { feed }));
    expect(made.textsOf('feed-address')).toEqual(['https://x.example/a.ics']);
    expect(made.button(stage.t('feed.revoke'))).toBe(`post ${at}/revocation`);
  });
});
