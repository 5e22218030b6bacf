import { instantOf, pagesOf, type Refusal, refuse } from '../../../../src/platform/index.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import type { PlacedSession } from '../../../../src/scheduling/core/domain/placed-session.js';
import type { TimetableRefusalCode } from '../../../../src/scheduling/core/domain/refusals.js';
import { FINDING_KINDS, type TermFinding } from '../../../../src/scheduling/sessions/domain/term-findings.js';
import { type ClashesPage, type ClashPage, findingView } from '../../../../src/scheduling/sessions/web/clash.page.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const office = { viewer: 'coordinator', path: '/office/clashes' } as const;
const listView = viewOf<ClashesPage>('scheduling/sessions/clashes/index', office);
const showView = viewOf<ClashPage>('scheduling/sessions/clashes/show', office);
const ROOM = { zh: '琵琶泉实训室', en: 'Pipa Lab' };
const GULNAR = { zh: '古丽娜尔·买买提艾力', en: 'Gulnar Mamtili' };
const calendar = new AcademyCalendar(
  [{ kind: 'holiday', date: '2026-03-11', name: '春分', nameEn: 'Equinox' }],
  [2026],
);
const SMALL = { roomZh: ROOM.zh, roomEn: ROOM.en, seats: 8, needed: 20 };
const small: Refusal<TimetableRefusalCode> = refuse('roomTooSmall', SMALL);

function finding(change: Partial<TermFinding> = {}, session: Partial<PlacedSession> = {}): TermFinding {
  return {
    session: {
      ...{ id: 's1', cohortId: 'c1', cohortCode: 'AZ-104-2026-03', courseId: 'k1', number: 3, seatsNeeded: 20 },
      ...{ startsAt: instantOf('2026-03-11', '09:00'), endsAt: instantOf('2026-03-11', '12:00') },
      ...{ roomId: 'r1', roomName: ROOM, instructors: [], instructorNames: [GULNAR], licences: [] },
      ...{ setUp: 0, clearAway: 0 },
      ...session,
    },
    reasons: [small],
    closedDay: null,
    kinds: ['room'],
    ...change,
  };
}

const onHoliday = finding(
  { closedDay: calendar.dayOn('2026-03-11'), kinds: ['day', 'room'] },
  { id: 's2', number: 4, roomName: null, instructorNames: [] },
);

describe('the list of clashes', () => {
  function page(
    stage: Stage,
    { findings = [], letStand = [] }: { findings?: readonly TermFinding[]; letStand?: readonly TermFinding[] },
    change: Partial<ClashesPage> = {},
  ): ClashesPage {
    const views = findings.map((one) => findingView(stage.translator, one));
    return {
      findings: views,
      letStand: letStand.map((one) => ({
        ...findingView(stage.translator, one),
        ...{ href: `/office/sessions/${one.session.id}/move`, because: '<家长要求>' },
      })),
      ...{ found: views.length, total: views.length, q: '', filtered: false, first: views[0]?.href ?? null },
      kinds: FINDING_KINDS.map((value) => ({ value, label: stage.t(`clash.kind_${value}`), selected: false })),
      pages: pagesOf('/office/clashes', { page: 1, size: 25, count: views.length }),
      ...change,
    };
  }

  inEachLanguage('that is empty says that all can stand', (stage) => {
    const seen = listView(stage, page(stage, {}));
    expect(seen.words).toContain(`${stage.t('clash.none')} ${stage.t('clash.none_text')}`);
    expect(seen.requests).toEqual([]);
    expect(seen.link(stage.t('clash.step_through'))).toBeNull();
    expect(seen.link(stage.t('timetable.title'))).toBe('/office/timetable');
    expect(seen.sections).toEqual([]);
  });

  inEachLanguage('of which the search finds none leads to all', (stage) => {
    const seen = listView(stage, page(stage, {}, { total: 2, filtered: true, q: '<x>', first: null }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual(Array(2).fill('/office/clashes'));
    expect(seen.control('q')).toMatchObject({ value: '<x>', label: stage.t('clash.search') });
    expect(seen.control('kind')?.options).toHaveLength(FINDING_KINDS.length + 1);
  });

  inEachLanguage('says of each what speaks against it, and leads to solving it', (stage) => {
    const seen = listView(stage, page(stage, { findings: [finding(), onHoliday] }));
    const { format } = stage.translator;
    const when = `${format.dayShort('2026-03-11')} 09:00–12:00`;
    const tooSmall = stage.t('refusal.roomTooSmall', SMALL);
    const holiday = stage.t('calendar.falls_on_holiday', { name: stage.one('春分', 'Equinox') });
    expect(seen.words).toContain(stage.t('clash.count', { count: 2 }));
    expect(seen.rows).toEqual([
      [
        `AZ-104-2026-03 ${stage.t('session.nth', { number: 3 })}`,
        `${when} ${stage.one(ROOM.zh, ROOM.en)} · ${stage.one(GULNAR.zh, GULNAR.en)}`,
        ...[tooSmall, stage.t('clash.solve')],
      ],
      [
        `AZ-104-2026-03 ${stage.t('session.nth', { number: 4 })}`,
        `${when} ${stage.t('session.no_room')} · ${stage.t('session.no_instructor')}`,
        ...[`${holiday} ${tooSmall}`, stage.t('clash.solve')],
      ],
    ]);
    expect(seen.links(stage.t('clash.solve'))).toEqual(['/office/clashes/s1', '/office/clashes/s2']);
    expect(seen.link(stage.t('clash.step_through'))).toBe('/office/clashes/s1');
  });

  inEachLanguage('that is long has pages', (stage) => {
    const pages = pagesOf('/office/clashes', { page: 1, size: 25, count: 26 });
    const seen = listView(stage, page(stage, { findings: [finding()] }, { found: 26, total: 26, pages }));
    expect(seen.words).toContain(stage.t('clash.count', { count: 26 }));
    expect(seen.link(stage.t('list.next'))).toBe('/office/clashes?page=2');
  });

  describe.each([1, 2])('with %d that somebody let stand', (count) => {
    inEachLanguage('lists them apart, with the reason', (stage) => {
      const letStand = [finding(), onHoliday].slice(0, count);
      const seen = listView(stage, page(stage, { letStand }));
      expect(seen.words).toContain(`${stage.t('clash.none_left')} ${stage.t('clash.none_left_text')}`);
      expect(seen.words).not.toContain(stage.t('clash.none_text'));
      expect(seen.sections).toEqual([stage.t('clash.let_stand')]);
      expect(seen.words).toContain(stage.t('clash.let_stand_lead', { count }));
      expect(seen.rows).toHaveLength(count);
      expect(seen.rows[0]?.slice(2)).toEqual([stage.t('refusal.roomTooSmall', SMALL), '<家长要求>']);
      expect(seen.link('AZ-104-2026-03')).toBe('/office/sessions/s1/move');
    });
  });
});

describe('one clash', () => {
  function page(stage: Stage, one: TermFinding, change: Partial<ClashPage> = {}): ClashPage {
    return {
      finding: findingView(stage.translator, one),
      ...{ refusals: [], at: 1, total: 1, previous: null, next: null, suggestions: [] },
      moveHref: '/office/sessions/s1/move',
      ...change,
    };
  }
  const suggestion = (kind: string) => ({
    ...{ kind, text: `<${kind}>`, disturbs: 'Two people', href: '/office/sessions/s1/move?x=1' },
    fields: [
      { name: 'date', value: '2026-03-12' },
      { name: 'assistantIds', value: 'i2' },
    ],
  });

  inEachLanguage('says what speaks against it, and can be moved by hand where nothing is ready', (stage) => {
    const seen = showView(stage, page(stage, onHoliday));
    expect(seen.heading).toBe(stage.t('session.nth', { number: 4 }));
    expect(seen.textsOf('over')).toEqual(['AZ-104-2026-03']);
    expect(seen.textsOf('lead')).toEqual([stage.t('clash.place_in_list', { at: 1, total: 1 })]);
    expect(seen.facts).toEqual({
      [stage.t('session.when')]: `${stage.translator.format.dayShort('2026-03-11')} 09:00–12:00`,
      [stage.t('session.room')]: stage.t('session.no_room'),
      [stage.t('session.instructor')]: stage.t('session.no_instructor'),
    });
    const holiday = stage.t('calendar.falls_on_holiday', { name: stage.one('春分', 'Equinox') });
    expect(seen.textsOf('callout')).toEqual([
      `${stage.t('clash.why')} ${holiday} ${stage.t('refusal.roomTooSmall', SMALL)}`,
    ]);
    expect(seen.words).toContain(stage.t('clash.no_suggestion'));
    expect(seen.link(stage.t('clash.by_hand'))).toBe('/office/sessions/s1/move');
    expect(seen.link(stage.t('clash.back'))).toBe('/office/clashes');
    expect([seen.link(stage.t('clash.previous')), seen.link(stage.t('clash.next'))]).toEqual([null, null]);
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('among several leads to the one before and the one after', (stage) => {
    const steps = { at: 2, total: 3, previous: '/office/clashes/s0', next: '/office/clashes/s9' };
    const seen = showView(stage, page(stage, finding(), steps));
    expect(seen.textsOf('lead')).toEqual([stage.t('clash.place_in_list', { at: 2, total: 3 })]);
    expect(seen.link(stage.t('clash.previous'))).toBe('/office/clashes/s0');
    expect(seen.link(stage.t('clash.next'))).toBe('/office/clashes/s9');
  });

  inEachLanguage('is solved by one of the suggestions, each named for those who hear the page', (stage) => {
    const kinds = ['time', 'room', 'instructor', 'roomAndInstructor'];
    const seen = showView(stage, page(stage, finding(), { suggestions: kinds.map(suggestion) }));
    expect(seen.textsOf('suggestion-text')).toEqual(kinds.map((kind) => `<${kind}>`));
    for (const kind of kinds) {
      expect(seen.button(`${stage.t('clash.take')} <${kind}>`)).toBe('post /office/clashes/s1');
      expect(seen.words).toContain(`${stage.t(`session.suggestion_kind_${kind}`)} · Two people`);
    }
    expect(seen.hidden('date')).toEqual(Array(4).fill('2026-03-12'));
    expect(seen.hidden('assistantIds')).toEqual(Array(4).fill('i2'));
    expect(seen.words).not.toContain(stage.t('clash.no_suggestion'));
  });

  inEachLanguage('whose suggestion was refused says why', (stage) => {
    const refusals = [stage.t('refusal.sessionChangedMeanwhile', { number: 3 })];
    const seen = showView(stage, page(stage, finding(), { refusals }));
    expect(seen.words).toContain(`${stage.t('session.cannot_place')} ${refusals[0]}`);
  });
});
