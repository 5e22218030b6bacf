import { instantOf, isRefused, refusalText, type TypedValues } from '../../../../src/platform/index.js';
import type { PatternPlan } from '../../../../src/scheduling/patterns/data/pattern-planner.js';
import { previewPattern } from '../../../../src/scheduling/patterns/domain/pattern-preview.js';
import { judgedPattern } from '../../../../src/scheduling/patterns/domain/planned-pattern.js';
import type { WeeklyPattern } from '../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import type { PreviewPage } from '../../../../src/scheduling/patterns/web/pattern.controller.js';
import { patternView } from '../../../../src/scheduling/patterns/web/pattern.page.js';
import { aRoom, anInstructor } from '../../../builders/timetable.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { DOTTED, SCRIPT, titleOf } from '../resources/resource-models.js';
import { headFaults } from '../resources/table-heads.js';
import { CALENDAR, COHORT, headIn, SESSIONS_AT, timetable, WEDNESDAYS } from './pattern-models.js';

const view = viewOf<PreviewPage>('scheduling/patterns/preview', { viewer: 'coordinator', path: SESSIONS_AT });

const TYPED: TypedValues = {
  startDate: '2026-04-01',
  weekdays: ['3'],
  startTime: '09:00',
  endTime: '12:00',
  roomId: 'r1',
  sessions: '4',
  skipDates: '2026-04-15',
  extraDates: '2026-04-11',
};
const CALM: WeeklyPattern = { ...WEDNESDAYS, startDate: '2026-04-14', skipDates: [], extraDates: [], breaks: [] };

function planOf(pattern: WeeklyPattern, change: Partial<PatternPlan> & { isTaken?: boolean } = {}): PatternPlan {
  const { isTaken = false, ...rest } = change;
  const preview = previewPattern(pattern, CALENDAR);
  if (isRefused(preview)) throw new Error('the pattern of this test is sound');
  const names = timetable(isTaken);
  const free = {
    date: '2026-05-06',
    startsAt: instantOf('2026-05-06', '13:00'),
    endsAt: instantOf('2026-05-06', '16:00'),
  };
  const entries = judgedPattern(preview, names, COHORT).map((one) => ({
    ...one,
    freeTimes: one.reasons.length > 0 ? [{ ...free, note: null }] : [],
  }));
  return { preview, entries, rooms: [], instructors: [], starts: [], names, ...rest };
}

function page(stage: Stage, plan: PatternPlan, refusals: readonly string[] = []): PreviewPage {
  const shown = patternView(stage.translator, plan, { at: SESSIONS_AT, typed: TYPED, cohort: COHORT });
  return { cohort: headIn(stage), plan: shown, refusals };
}

function times(stage: Stage, date: string): string {
  return `${stage.translator.format.dayShort(date)} 09:00–12:00`;
}

describe('the preview of a pattern', () => {
  inEachLanguage('shows every date, why some are left out, and where each can be changed', (stage) => {
    const seen = view(stage, page(stage, planOf(WEDNESDAYS)));
    const where = stage.one(`琵琶泉 · ${DOTTED}`, `${SCRIPT} · Memet`);
    const named = (note: string, zh: string, en: string) =>
      ` ${stage.t(`calendar.note_${note}`)}${stage.t('calendar.named', { name: stage.one(zh, en) })}`;
    const skip = stage.t('session.skip');
    const nth = (number: number) => stage.t('session.nth', { number });
    const said = (outcome: string) => stage.t(`session.outcome_${outcome}`);
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [nth(1), times(stage, '2026-04-01'), where, said('planned'), skip],
      ['—', times(stage, '2026-04-08'), '—', said('skippedHoliday') + named('holiday', '清明节', 'Qingming'), ''],
      [nth(2), times(stage, '2026-04-11'), where, said('planned'), skip],
      ['—', times(stage, '2026-04-15'), '—', said('skippedByHand'), stage.t('session.unskip')],
      ['—', times(stage, '2026-04-22'), '—', said('skippedClosure') + named('closure', '校庆', 'Anniversary'), ''],
      ['—', times(stage, '2026-04-29'), '—', said('skippedBreak'), ''],
      [nth(3), times(stage, '2026-05-06'), where, said('planned'), skip],
      [nth(4), times(stage, '2026-05-13'), where, said('planned'), skip],
    ]);
    const [first, extra] = seen.links(skip);
    expect(first).toContain('skipDates=2026-04-15%0A2026-04-01');
    expect(extra).not.toContain('extraDates');
    expect(seen.link(stage.t('session.unskip'))).not.toContain('skipDates');
  });

  inEachLanguage('sums it up, warns of dates outside the cohort and offers make-up workdays', (stage) => {
    const seen = view(stage, page(stage, planOf(WEDNESDAYS)));
    const extent = { from: '2026-04-01', until: '2026-05-13', count: 4, hours: '12' };
    expect(seen.textsOf('count-line')).toEqual([stage.t('session.preview_summary', extent)]);
    expect(titleOf(seen)).toBe(stage.t('session.preview_title', { cohort: 'AZ-104-2026-04' }));
    const offer = stage.t('session.teach_on', { date: '2026-04-12', name: stage.one('清明节', 'Qingming') });
    expect(seen.textsOf('callout')).toEqual([
      stage.t('session.before_cohort', { date: '2026-04-01', startsOn: '2026-04-07' }),
      stage.t('session.after_cohort', { date: '2026-05-13', endsOn: '2026-04-30' }),
      `${stage.t('session.offered')} ${offer}`,
    ]);
    expect(seen.link(offer)).toContain('extraDates=2026-04-11%0A2026-04-12');
  });

  inEachLanguage('without anything against it can be placed, with all that was typed', (stage) => {
    const seen = view(stage, page(stage, planOf({ ...CALM, extent: { by: 'sessions', sessions: 1 } })));
    expect(seen.textsOf('callout')).toEqual([]);
    expect(seen.button(stage.t('session.confirm'))).toBe(`post ${SESSIONS_AT}`);
    for (const [name, value] of Object.entries(TYPED)) expect(seen.hidden(name)).toEqual([value].flat());
    expect(seen.links(stage.t('session.change_pattern'))).toEqual([
      expect.stringMatching(/sessions\/pattern\?startDate=2026-04-01&weekdays=3&/),
      expect.stringMatching(/sessions\/pattern\?/),
    ]);
    expect(seen.link(stage.t('session.back_to_pattern'))).toMatch(/sessions\/pattern\?/);
    expect(seen.words).not.toContain(stage.t('session.confirm_blocked'));
  });

  inEachLanguage('with a clash says which date and why, names free times and cannot be placed', (stage) => {
    const plan = planOf(WEDNESDAYS, { isTaken: true });
    const seen = view(stage, page(stage, plan));
    const clash = plan.entries.find(({ reasons }) => reasons.length > 0)!;
    const free = stage.t('session.span', { day: '2026-05-06', ...clash.freeTimes[0] });
    expect(seen.rows[6]?.[3]).toBe(
      [
        stage.t('session.outcome_clash'),
        ...clash.reasons.map((one) => refusalText(stage.translator, one)),
        stage.t('session.nearest'),
        free,
      ].join(' '),
    );
    expect(seen.textsOf('callout-title')).toContain(stage.t('session.clashes', { count: 1 }));
    expect(seen.words).toContain(stage.t('session.confirm_blocked'));
    expect(seen.requests).toEqual([]);
    for (const key of ['starts', 'rooms_all', 'instructors_all'])
      expect(seen.words).not.toContain(stage.t(`session.suggestion_${key}`));
  });

  inEachLanguage('with a clash leads to other times, rooms and instructors that are free on every date', (stage) => {
    const rooms = [aRoom('r2', { code: 'A301', name: { zh: '大教室', en: 'Hall' }, seats: 1000 })];
    const instructors = [anInstructor('i2', { name: { zh: '阿依古丽', en: 'Aygul' } })];
    const plan = planOf(WEDNESDAYS, { isTaken: true, rooms, instructors, starts: ['13:30'] });
    const seen = view(stage, page(stage, plan));
    expect(seen.words).toContain(`${stage.t('session.suggestion_starts')} 13:30`);
    expect(seen.link('13:30')).toMatch(/startTime=13%3A30&endTime=16%3A30/);
    const hall = stage.t('room.named', { code: 'A301', name: stage.one('大教室', 'Hall'), seats: 1000 });
    expect(seen.words).toContain(`${stage.t('session.suggestion_rooms_all')} ${hall}`);
    expect(seen.link(hall)).toContain('roomId=r2');
    const aygul = stage.one('阿依古丽', 'Aygul');
    expect(seen.words).toContain(`${stage.t('session.suggestion_instructors_all')} ${aygul}`);
    expect(seen.link(aygul)).toContain('instructorId=i2');
  });

  inEachLanguage('that was not placed says why', (stage) => {
    const seen = view(stage, page(stage, planOf(CALM), [SCRIPT, 'Closed']));
    expect(seen.textsOf('callout')[0]).toBe(`${stage.t('session.cannot_place')} ${SCRIPT} Closed`);
  });

  inEachLanguage('of a pattern without room and people says so, and warns of a year without a notice', (stage) => {
    const meetings = CALM.meetings.map((one) => ({ ...one, roomId: null, instructors: [] }));
    const seen = view(stage, page(stage, planOf({ ...CALM, startDate: '2027-04-14', meetings })));
    expect(seen.rows[0]?.[2]).toBe(stage.t('session.no_room'));
    expect(seen.rows[0]?.[3]).toBe(
      `${stage.t('session.outcome_planned')} ${stage.t('calendar.note_yearNotPublished')}`,
    );
  });
});
