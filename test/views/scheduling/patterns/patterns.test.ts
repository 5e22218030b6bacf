import { formView, instantOf } from '../../../../src/platform/index.js';
import { slotOf } from '../../../../src/scheduling/core/domain/suggestions.js';
import type { KeptPattern } from '../../../../src/scheduling/patterns/data/patterns.js';
import type { PatternDifference } from '../../../../src/scheduling/patterns/domain/re-application.js';
import { meetingsOn, type WeeklyPattern } from '../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import {
  type PatternsPage,
  type RelayPage,
  StartForm,
} from '../../../../src/scheduling/patterns/web/patterns.controller.js';
import { patternSummary, relaidView } from '../../../../src/scheduling/patterns/web/patterns.page.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, Stage, viewOf } from '../../../support/views/rendered-view.js';
import { DOTTED, SCRIPT, titleOf } from '../resources/resource-models.js';
import { headFaults } from '../resources/table-heads.js';
import { headIn, SESSIONS_AT, timetable, WEDNESDAYS } from './pattern-models.js';

const AT = '/office/cohorts/AZ-104-2026-04/patterns/w1';
const office = { viewer: 'coordinator', path: '/office/cohorts/AZ-104-2026-04/patterns' } as const;
const listView = viewOf<PatternsPage>('scheduling/patterns/index', office);
const view = viewOf<RelayPage>('scheduling/patterns/show', office);

function kept(definition: WeeklyPattern, change: Partial<KeptPattern> = {}): KeptPattern {
  return { id: 'w1', cohortId: 'c1', definition, appliedAt: LOOKED_AT, standing: 4, ahead: 0, ...change };
}

describe('the patterns of a cohort', () => {
  function page(stage: Stage, patterns: readonly KeptPattern[], closedBecause: string | null = null): PatternsPage {
    const shown = patterns.map((one) => ({ ...patternSummary(stage.translator, one, timetable()), href: AT }));
    return { cohort: headIn(stage), patterns: shown, closedBecause };
  }

  inEachLanguage('of which there are none lead to the first one', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.heading).toBe(stage.t('pattern.list_heading'));
    expect(titleOf(seen)).toBe(stage.t('pattern.list_title', { cohort: 'AZ-104-2026-04' }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('pattern.none')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('pattern.none_text')]);
    expect(seen.link(stage.t('session.by_pattern'))).toBe(`${SESSIONS_AT}/pattern`);
    expect(seen.link(stage.t('session.back'))).toBe(SESSIONS_AT);
  });

  inEachLanguage('that is over are only looked at', (stage) => {
    const seen = listView(stage, page(stage, [], SCRIPT));
    expect(seen.textsOf('callout')).toEqual([SCRIPT]);
    expect(seen.link(stage.t('session.by_pattern'))).toBeNull();
    const full = listView(stage, page(stage, [kept(WEDNESDAYS)], SCRIPT));
    expect(full.textsOf('callout')).toEqual([SCRIPT]);
    expect(full.link(stage.t('pattern.again'))).toBeNull();
    expect(full.textsOf('pattern-card')).toHaveLength(1);
  });

  inEachLanguage('say in words when, where, by whom and how far each reaches', (stage) => {
    const bare = meetingsOn([1, 3, 5], { startTime: '19:00', endTime: '22:00' });
    const rest = { skipDates: [], breaks: [], extraDates: [], startDate: '2026-04-01' };
    const seen = listView(
      stage,
      page(stage, [
        kept(WEDNESDAYS),
        kept({ ...rest, meetings: bare, everyNWeeks: 2, extent: { by: 'hours', hours: 2000 } }, { ahead: 200 }),
        kept({ ...rest, meetings: bare, everyNWeeks: 1, extent: { by: 'date', lastDate: '2026-12-31' } }),
      ]),
    );
    const { translator } = stage;
    const weekday = (day: number) => stage.t(`calendar.weekday.${day}`);
    const meeting = (days: number[], from: string, until: string, where: string) =>
      stage.t('pattern.on_days', {
        days: translator.format.list(days.map(weekday)),
        said: stage.t('pattern.hours', { from, until, where }),
      });
    const evenings = meeting([1, 3, 5], '19:00', '22:00', stage.t('session.no_room'));
    const lab = stage.one(`琵琶泉 · ${DOTTED}`, `${SCRIPT} · Memet`);
    const far = (...keys: [string, object][]) => keys.map(([key, values]) => stage.t(key, { ...values })).join('');
    const start = ['pattern.from', { startDate: '2026-04-01' }] as [string, object];
    expect(seen.textsOf('pattern-card')).toEqual([
      [
        meeting([3], '09:00', '12:00', lab),
        far(start, ['pattern.every_week', {}], ['pattern.by_sessions', { count: 4 }]),
        stage.t('pattern.standing', { standing: 4, ahead: 0 }),
        stage.t('pattern.again'),
      ].join(' '),
      [
        evenings,
        far(start, ['pattern.every_n_weeks', { count: 2 }], ['pattern.by_hours', { count: 2000 }]),
        stage.t('pattern.standing', { standing: 4, ahead: 200 }),
        stage.t('pattern.again'),
      ].join(' '),
      [
        evenings,
        far(start, ['pattern.every_week', {}], ['pattern.by_date', { date: '2026-12-31' }]),
        stage.t('pattern.standing', { standing: 4, ahead: 0 }),
        stage.t('pattern.again'),
      ].join(' '),
    ]);
    expect(seen.links(stage.t('pattern.again'))).toEqual([AT, AT, AT]);
  });

  it('counts a single session or hour as one', () => {
    const one = (extent: WeeklyPattern['extent']) =>
      patternSummary(new Stage('en').translator, kept({ ...WEDNESDAYS, extent }), timetable()).extent;
    expect(one({ by: 'sessions', sessions: 1 })).toMatch(/, 1 session$/);
    expect(one({ by: 'hours', hours: 1 })).toMatch(/, 1 hour$/);
  });
});

describe('a re-applied pattern', () => {
  function page(stage: Stage, change: Partial<RelayPage> = {}): RelayPage {
    return {
      cohort: headIn(stage),
      pattern: patternSummary(stage.translator, kept(WEDNESDAYS), timetable()),
      form: formView(StartForm, stage.translator, { typed: { startDate: '2026-04-01' } }),
      at: AT,
      changes: [],
      stays: 0,
      closedBecause: null,
      ...change,
    };
  }
  const slot = {
    startsAt: instantOf('2026-04-08', '09:00'),
    endsAt: instantOf('2026-04-08', '12:00'),
    ...{ roomId: 'r1', instructors: [{ instructorId: 'i1', role: 'lead' as const }], licences: [] },
  };
  const entry = {
    ...slot,
    startsAt: instantOf('2026-04-15', '09:00'),
    endsAt: instantOf('2026-04-15', '12:00'),
    ...{ slot: '2026-04-15 09:00', date: '2026-04-15', weekday: 3 as const, outcome: 'planned' as const },
    ...{ number: 2, dayName: null, note: null },
  };
  const session = { id: 's1', number: 200, sequence: 0, state: 'planned' as const, slot };
  const bare = { ...session, number: 1, slot: { ...slotOf(slot), roomId: null, instructors: [] } };
  const relaid: PatternDifference[] = [
    { kind: 'moves', session, entry },
    { kind: 'comes', entry },
    { kind: 'goes', session: bare },
  ];
  const changesIn = (stage: Stage) => relaid.map((one) => relaidView(stage.translator, one, timetable()));

  inEachLanguage('that changes nothing says so', (stage) => {
    const seen = view(stage, page(stage, { stays: 1 }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('pattern.nothing_changes')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('pattern.nothing_changes_text')]);
    expect(seen.words).toContain(stage.t('pattern.stays', { count: 1 }));
    expect(titleOf(seen)).toBe(stage.t('pattern.again_title', { cohort: 'AZ-104-2026-04' }));
    expect(seen.textsOf('lead')).toEqual([page(stage).pattern.extent]);
    expect(seen.requests).toEqual([`get ${AT}`]);
    expect(seen.control('startDate')?.value).toBe('2026-04-01');
    expect(seen.link(stage.t('pattern.list_heading'))).toBe('/office/cohorts/AZ-104-2026-04/patterns');
  });

  inEachLanguage('shows what moves, comes and goes, and makes a plan of it', (stage) => {
    const seen = view(stage, page(stage, { changes: changesIn(stage), stays: 200 }));
    const before = stage.t('session.span', { day: '2026-04-08', startsAt: slot.startsAt, endsAt: slot.endsAt });
    const after = stage.t('session.span', { day: '2026-04-15', startsAt: entry.startsAt, endsAt: entry.endsAt });
    const where = stage.one(`琵琶泉 · ${DOTTED}`, `${SCRIPT} · Memet`);
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [stage.t('session.nth', { number: 200 }), stage.t('pattern.kind_moves'), before, after, where],
      ['—', stage.t('pattern.kind_comes'), '—', after, where],
      [stage.t('session.nth', { number: 1 }), stage.t('pattern.kind_goes'), before, '—', stage.t('session.no_room')],
    ]);
    expect(seen.words).toContain(stage.t('pattern.stays', { count: 200 }));
    expect(seen.words).toContain(stage.t('pattern.to_plan_hint'));
    expect(seen.button(stage.t('pattern.to_plan'))).toBe(`post ${AT}`);
    expect(seen.hidden('startDate')).toEqual(['2026-04-01']);
    expect(seen.link(stage.t('form.cancel'))).toBe(SESSIONS_AT);
  });

  inEachLanguage('in a cohort that is over shows the difference and says why it stays', (stage) => {
    const seen = view(stage, page(stage, { changes: changesIn(stage), closedBecause: SCRIPT }));
    expect(seen.rows).toHaveLength(3);
    expect(seen.textsOf('callout')).toEqual([SCRIPT]);
    expect(seen.button(stage.t('pattern.to_plan'))).toBeNull();
  });

  inEachLanguage('from a day that is none keeps what was typed, with the fault beside it', (stage) => {
    const form = faultyIn(formView(StartForm, stage.translator, { typed: { startDate: SCRIPT } }));
    const seen = view(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('startDate')?.value).toBe(SCRIPT);
  });
});
