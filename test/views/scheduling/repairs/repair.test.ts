import { formView, type TypedValues } from '../../../../src/platform/index.js';
import type { PlacedSession } from '../../../../src/scheduling/core/domain/placed-session.js';
import { PlanForm } from '../../../../src/scheduling/plans/web/plan.form.js';
import type { Repair } from '../../../../src/scheduling/repairs/data/repair-planner.js';
import type { AffectedSession, RepairMove, UnplacedSession } from '../../../../src/scheduling/repairs/domain/repair.js';
import { moveView, titleOf as planTitleOf, unplacedView } from '../../../../src/scheduling/repairs/web/repair.page.js';
import type { RepairPage } from '../../../../src/scheduling/repairs/web/repairs.controller.js';
import { aSession } from '../../../builders/timetable.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { AFTER, afterText, BEFORE, beforeText, NAMES, NOWHERE, nowhereText } from '../plans/plan-models.js';
import { DOTTED, SCRIPT, TODAY, titleOf } from '../resources/resource-models.js';
import { headFaults } from '../resources/table-heads.js';

const view = viewOf<RepairPage>('scheduling/repairs/new', { viewer: 'coordinator', path: '/office/repairs/new' });

const HOLIDAY = { day: '2026-04-08', dayZh: '清明节', dayEn: 'Qingming' };
const AWAY = { instructorZh: '王海涛', instructorEn: 'Wang', reason: SCRIPT, from: LOOKED_AT, until: LOOKED_AT };
const SEARCHED = {
  cohort: 'AZ',
  from: '2026-04-08',
  until: '2026-04-30',
  tried: 16,
  days: 1,
  seats: 24,
  other: SCRIPT,
};
const LATER = { cohort: 'AZ', endsOn: '2026-04-30', date: '2026-05-06', startsAt: LOOKED_AT };

const placed: PlacedSession = aSession('s1', { ...BEFORE, cohortId: 'c1', cohortCode: 'AZ-104-2026-04', number: 3 });

function affected(session: PlacedSession = placed): AffectedSession {
  return {
    session,
    reasons: [
      { code: 'dayIsClosed', data: HOLIDAY, field: null },
      { code: 'instructorIsAbsent', data: AWAY, field: 'instructorId' },
    ],
  };
}

function move(change: Partial<RepairMove> = {}): RepairMove {
  return { ...affected(), kind: 'otherDay', slot: AFTER, days: 1, disturbed: 24, ...change };
}

function unplaced(change: Partial<UnplacedSession> = {}): UnplacedSession {
  return {
    ...affected(aSession('s9', { ...NOWHERE, cohortCode: 'AZ-900-2026-04', number: 200 })),
    why: { code: 'repairNoRoom', data: SEARCHED, field: null },
    help: { code: 'repairHelpLater', data: LATER, field: null },
    ...change,
  };
}

function repair(moves: readonly RepairMove[], without: readonly UnplacedSession[]): Repair {
  const cohort = { id: 'c1', code: 'AZ-104-2026-04', courseId: 'AZ-104', state: 'confirmed', people: 24 };
  return {
    affectedInAll: 1001,
    affected: [...moves, ...without],
    proposal: { moves, unplaced: without, settled: [] },
    cohorts: new Map([['c1', { ...cohort, seatsNeeded: 24, startsOn: '2026-04-01', endsOn: '2026-04-08' }]]),
    timetable: NAMES,
    sequences: new Map(),
  };
}

interface Proposal {
  readonly moves?: readonly RepairMove[];
  readonly unplaced?: readonly UnplacedSession[];
  readonly typed?: TypedValues;
}

function page(stage: Stage, proposal: Proposal = {}, change: Partial<RepairPage> = {}): RepairPage {
  const { translator } = stage;
  const { moves = [], unplaced: without = [] } = proposal;
  const proposed = repair(moves, without);
  const { typed = { title: planTitleOf(translator, proposed, TODAY) } } = proposal;
  return {
    ...{ from: '', until: '', filtered: false, problems: [], settled: 0, recipients: 0, later: null, carried: [] },
    rooms: [{ value: 'r1', label: SCRIPT, selected: false }],
    instructors: [{ value: 'i1', label: DOTTED, selected: false }],
    beyond: [1, 6].map((count) => ({
      ...{ value: String(count), label: stage.t('repair.beyond_weeks', { count }), selected: false },
    })),
    affected: proposed.affected.length,
    affectedInAll: proposed.affectedInAll,
    moves: moves.map((one) => moveView(translator, one, proposed)),
    unplaced: without.map((one) => unplacedView(translator, one)),
    form: formView(PlanForm, translator, { typed }),
    ...change,
  };
}

describe('the repair of the timetable', () => {
  inEachLanguage('of which nothing is in need says so, and leads to the timetable', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.heading).toBe(stage.t('repair.title'));
    expect(titleOf(seen)).toBe(stage.t('repair.title'));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('repair.none')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('repair.none_text')]);
    expect(seen.link(stage.t('nav.timetable'))).toBe('/office/timetable');
    expect(seen.link(stage.t('plan.back'))).toBe('/office/plans');
    expect(seen.requests).toEqual(['get /office/repairs/new']);
    expect(seen.control('beyond')?.options).toEqual([
      stage.t('repair.beyond_none'),
      ...[1, 6].map((count) => stage.t('repair.beyond_weeks', { count })),
    ]);
    const names = ['from', 'until', 'room', 'instructor'];
    expect(names.map((name) => seen.control(name)?.label)).toEqual(names.map((name) => stage.t(`repair.${name}`)));
    expect(seen.control('room')?.options).toEqual([stage.t('list.any'), SCRIPT]);
    expect(seen.textsOf('stat')).toEqual([]);
  });

  inEachLanguage('within days that are none says so, keeps what was typed and leads to all', (stage) => {
    const problems = [stage.t('repair.bad_day', { found: SCRIPT }), stage.t('repair.reversed')];
    const rooms = [{ value: 'r1', label: '琵琶泉', selected: true }];
    const known = { from: SCRIPT, until: '2026-04-01', filtered: true, problems, rooms };
    const seen = view(stage, page(stage, {}, known));
    expect(seen.textsOf('callout')).toEqual([`${stage.t('layout.blockers', { count: 2 })} ${problems.join(' ')}`]);
    expect(['from', 'until', 'room'].map((name) => seen.control(name)?.value)).toEqual([SCRIPT, '2026-04-01', 'r1']);
    expect(seen.textsOf('empty-title')).toEqual([stage.t('list.nothing_found')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('list.nothing_found_text')]);
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/repairs/new', '/office/repairs/new']);
  });

  inEachLanguage('proposes each move with its reasons, what changes and whom it disturbs', (stage) => {
    const moves = [
      move(),
      move({ kind: 'room', slot: { ...BEFORE, roomId: 'r2' }, days: 0, disturbed: 1 }),
      move({ session: { ...placed, ...NOWHERE, cohortId: 'other' }, kind: 'makeUpWorkday', days: -2 }),
    ];
    const seen = view(stage, page(stage, { moves }));
    const third = `AZ-104-2026-04 ${stage.t('session.nth', { number: 3 })}`;
    const closed = stage.t('refusal.dayIsClosed', HOLIDAY);
    const away = stage.t('repair.because_instructorIsAbsent', AWAY);
    const disturbs = (count: number) => stage.t('repair.disturbs', { count });
    const later = stage.t('repair.days_later', { count: 1 });
    const beyond = stage.t('repair.beyond_end', { date: '2026-04-08' });
    const spaceless = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replace(/\s+/g, '')));
    const room = stage.one('长'.repeat(100), SCRIPT);
    const moved = beforeText(stage).replace(stage.one('琵琶泉', 'Pipa'), room);
    expect(headFaults(seen)).toEqual([]);
    expect(spaceless(seen.rows)).toEqual(
      spaceless([
        [
          third,
          closed + away,
          beforeText(stage),
          afterText(stage),
          `${stage.t('repair.kind_otherDay')}${later} · ${disturbs(24)}${beyond}`,
        ],
        [third, closed + away, beforeText(stage), moved, stage.t('repair.kind_room') + disturbs(1)],
        [
          third,
          closed + away,
          nowhereText(stage),
          afterText(stage),
          `${stage.t('repair.kind_makeUpWorkday')}${stage.t('repair.days_earlier', { count: 2 })} · ${disturbs(24)}`,
        ],
      ]),
    );
    expect(seen.links('AZ-104-2026-04')).toEqual(moves.map(() => '/office/cohorts/AZ-104-2026-04/sessions'));
    expect(seen.textsOf('why')).toEqual([closed, away, closed, away, closed, away]);
    expect(seen.sections).not.toContain(stage.t('repair.nowhere'));
    expect(seen.textsOf('place-changed').slice(4, 5)).toEqual([room]);
  });

  inEachLanguage(
    'counts sessions affected, moved and not placed and people to notify, and can be added to a plan',
    (stage) => {
      const carried = [{ name: 'from', value: SCRIPT }];
      const known = { recipients: 1001, settled: 1, carried };
      const seen = view(stage, page(stage, { moves: [move()], unplaced: [unplaced()] }, known));
      expect(seen.textsOf('stat-value')).toEqual(['2', '1', '1', stage.translator.format.number(1001)]);
      expect(seen.textsOf('stat-note')).toEqual([
        stage.t('repair.affected_note', { count: 1001 }),
        stage.t('plan.stat_told_note'),
      ]);
      expect(seen.words).toContain(stage.t('repair.settled', { count: 1 }));
      expect(seen.link(stage.t('repair.take'))).toBe('#take');
      expect(seen.button(stage.t('repair.take'))).toBe('post /office/repairs');
      const name = stage.one('清明节', 'Qingming');
      expect(seen.control('title')?.value).toBe(stage.t('repair.plan_title', { name: `2026 ${name}` }));
      expect(seen.hidden('from')).toEqual([SCRIPT]);
      expect(view(stage, page(stage, { moves: [move()] })).words).not.toContain(
        stage.t('repair.settled', { count: 0 }),
      );
    },
  );

  inEachLanguage('says why a session has no place, what would help, and leads to a later end', (stage) => {
    const later = { href: '/office/repairs/new?beyond=1', weeks: 1 };
    const without = [
      unplaced(),
      unplaced({
        why: { code: 'repairCohortHasNoTime', data: SEARCHED, field: null },
        help: { code: 'repairHelpByHand', data: { number: 200 }, field: null },
      }),
    ];
    const seen = view(stage, page(stage, { unplaced: without }, { later }));
    const closed = stage.t('refusal.dayIsClosed', HOLIDAY);
    const away = stage.t('repair.because_instructorIsAbsent', AWAY);
    expect(headFaults(seen)).toEqual([]);
    expect(seen.link('AZ-900-2026-04')).toBe('/office/cohorts/AZ-900-2026-04/sessions');
    const [first, second] = seen.rows;
    expect(first?.[0]).toBe(`AZ-900-2026-04 ${stage.t('session.nth', { number: 200 })}`);
    const { startsAt, endsAt } = NOWHERE;
    expect(first?.[1]).toBe(stage.t('session.span', { day: '2026-04-08', startsAt, endsAt }) + closed + away);
    expect(first?.[2]).toBe(stage.t('refusal.repairNoRoom', SEARCHED) + stage.t('refusal.repairHelpLater', LATER));
    expect(second?.[2]).toContain(stage.t('refusal.repairHelpByHand', { number: 200 }));
    expect(seen.links(stage.t('repair.by_hand'))).toEqual(['/office/sessions/s9/move', '/office/sessions/s9/move']);
    expect(seen.link(stage.t('repair.let_later', { count: 1 }))).toBe('/office/repairs/new?beyond=1');
    expect(seen.words).toContain(stage.t('repair.nowhere_lead'));
    expect(seen.link(stage.t('repair.take'))).toBeNull();
    expect(seen.requests).toEqual(['get /office/repairs/new']);
    expect(seen.sections).toEqual([stage.t('repair.nowhere')]);
  });

  inEachLanguage('that was not taken keeps the plan’s name, with the fault beside it', (stage) => {
    const title = '长'.repeat(201);
    const { form } = page(stage, { typed: { title } });
    const faulty = faultyIn(form);
    const seen = view(stage, page(stage, { moves: [move()] }, { form: faulty }));
    expect(seen.faults).toEqual(faultsOn(faulty));
    expect(seen.control('title')?.value).toBe(title);
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 1 })]);
  });
});
