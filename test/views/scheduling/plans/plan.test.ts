import { type Refusal, refusalText } from '../../../../src/platform/index.js';
import type { Suggestion } from '../../../../src/scheduling/core/domain/suggestions.js';
import { closedLine } from '../../../../src/scheduling/plans/web/plan-details.page.js';
import type { PlanPageData } from '../../../../src/scheduling/plans/web/plan.page.js';
import { slotText } from '../../../../src/scheduling/core/web/slot.page.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { SCRIPT, titleOf } from '../resources/resource-models.js';
import { headFaults } from '../resources/table-heads.js';
import {
  AFTER,
  afterText,
  BEFORE,
  beforeText,
  lineIn,
  NAMES,
  NOWHERE,
  nowhereText,
  plannedRow,
  planRow,
  shownIn,
} from './plan-models.js';

const view = viewOf<PlanPageData>('scheduling/plans/show', { viewer: 'coordinator', path: '/office/plans' });

const both = { roomZh: '琵琶泉', roomEn: 'Pipa', seats: 8, needed: 24 };
const taken: Refusal<'roomIsTaken'> = {
  code: 'roomIsTaken',
  data: { ...both, cohort: SCRIPT, number: 1, day: '2026-04-09', startsAt: LOOKED_AT, endsAt: LOOKED_AT },
  field: 'roomId',
};
const small: Refusal<'roomTooSmall'> = { code: 'roomTooSmall', data: both, field: 'roomId' };
const changed: Refusal<'sessionChangedMeanwhile'> = {
  code: 'sessionChangedMeanwhile',
  data: { number: 3 },
  field: null,
};

describe('an open plan', () => {
  inEachLanguage('that is empty leads to the first session', (stage) => {
    const seen = view(stage, shownIn(stage, planRow()));
    expect(seen.heading).toBe(`清明节课表修复 ${stage.t('plan.state_open')}`);
    expect(titleOf(seen)).toBe('清明节课表修复');
    const opened = stage.t('plan.opened_by', { name: '李静', at: LOOKED_AT });
    expect(seen.textsOf('lead')).toEqual([`${stage.t('plan.origin_hand')} · ${opened}`]);
    expect(seen.textsOf('empty-title')).toEqual([stage.t('plan.empty')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('plan.empty_text')]);
    expect(seen.links(stage.t('plan.add'))).toEqual(['/office/plans/n1/sessions', '/office/plans/n1/sessions']);
    expect(seen.link(stage.t('plan.discard'))).toBe('/office/plans/n1/discard');
    expect(seen.link(stage.t('plan.publish'))).toBeNull();
    expect(seen.textsOf('stat')).toEqual([]);
  });

  inEachLanguage('that nobody is known to have opened says when it was', (stage) => {
    const plan = planRow({ openedBy: null, origin: 'repair', title: '长'.repeat(200) });
    const seen = view(stage, shownIn(stage, plan));
    const at = stage.translator.format.moment(LOOKED_AT);
    expect(seen.textsOf('lead')).toEqual([`${stage.t('plan.origin_repair')} · ${at}`]);
    expect(seen.heading).toContain('长'.repeat(200));
  });

  inEachLanguage('shows where each session stands and would stand, and may be published', (stage) => {
    const lines = [
      lineIn(stage),
      lineIn(stage, { row: { id: 'x2' }, isNew: true, proposed: NOWHERE }),
      lineIn(stage, { row: { id: 'x3', kind: 'cancel', reason: SCRIPT }, proposed: null }),
      lineIn(stage, { row: { id: 'x4', kind: 'cancel', reason: null }, proposed: null }),
      lineIn(stage, { row: { id: 'x5', kind: 'restore' }, isCancelled: true }),
    ];
    const seen = view(stage, shownIn(stage, planRow(), { lines, recipients: 1001 }));
    const third = `AZ-104-2026-04 ${stage.t('session.nth', { number: 3 })}`;
    const good = stage.t('plan.stands');
    const cells = [
      [third, beforeText(stage), afterText(stage)],
      [`AZ-104-2026-04 ${stage.t('plan.new_session')}`, stage.t('plan.not_there'), nowhereText(stage)],
      [third, beforeText(stage), stage.t('plan.cancelled_because', { reason: SCRIPT })],
      [third, beforeText(stage), stage.t('plan.cancelled')],
      [third, stage.t('plan.not_there'), afterText(stage)],
    ];
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows.map((row) => row.slice(0, 4))).toEqual(cells.map((one) => [...one, good]));
    expect(seen.links(stage.t('plan.edit'))).toEqual([1, 2, 3, 4, 5].map((n) => `/office/plans/n1/changes/x${n}`));
    expect(seen.buttons(stage.t('plan.remove'))[2]).toBe('post /office/plans/n1/changes/x3/removal');
    expect(seen.link(stage.t('plan.publish'))).toBe('/office/plans/n1/publication');
    expect(seen.textsOf('stat-value')).toEqual(['5', '0', stage.translator.format.number(1001)]);
  });

  inEachLanguage('marks what changes in a place', (stage) => {
    const seen = view(
      stage,
      shownIn(stage, planRow(), { lines: [lineIn(stage, { proposed: { ...BEFORE, roomId: 'r2' } })] }),
    );
    expect(seen.textsOf('place-changed')).toEqual([stage.one('长'.repeat(100), SCRIPT)]);
    const all = view(stage, shownIn(stage, planRow(), { lines: [lineIn(stage)] }));
    expect(all.textsOf('place-changed')).toHaveLength(4);
  });

  inEachLanguage('says of each line why it cannot stand, and what would', (stage) => {
    const time = { date: '2026-04-09', startsAt: AFTER.startsAt, endsAt: AFTER.endsAt, note: 'holiday' as const };
    const none = { room: null, instructor: null, time: null };
    const suggestions: Suggestion[] = [
      { ...none, kind: 'time', slot: NOWHERE, time, disturbed: 1 },
      { ...none, kind: 'roomAndInstructor', slot: AFTER, disturbed: 24, ...roomAndInstructor() },
    ];
    const seen = view(
      stage,
      shownIn(stage, planRow(), {
        lines: [lineIn(stage, { forbidden: [taken], doubtful: [small], suggestions })],
        wrong: 1,
        notYet: 1,
      }),
    );
    const status = seen.rows[0]?.[3] ?? '';
    expect(status.startsWith(`${stage.t('plan.wrong')} ${refusalText(stage.translator, taken)}`)).toBe(true);
    expect(status).toContain(refusalText(stage.translator, small));
    const span = stage.t('session.span', { day: '2026-04-09', startsAt: AFTER.startsAt, endsAt: AFTER.endsAt });
    const instead = `${span} · ${stage.t('calendar.note_holiday')}`;
    const kind = (name: string) => stage.t(`session.suggestion_kind_${name}`);
    const disturbs = (count: number) => stage.t('session.suggestion_disturbs', { count });
    expect(status).toContain(`${stage.t('plan.suggestions')} ${instead} ${kind('time')} · ${disturbs(1)}`);
    expect(status).toContain(`${kind('roomAndInstructor')} · ${disturbs(24)}`);
    expect(seen.button(instead)).toBe('post /office/plans/n1/changes/x1/cure');
    expect(seen.hidden('startsAt')).toEqual([String(NOWHERE.startsAt), String(AFTER.startsAt)]);
    expect([seen.hidden('roomId'), seen.hidden('instructorId')]).toEqual([
      ['', 'r2'],
      ['', 'i2'],
    ]);
    expect(seen.textsOf('stat-value')).toEqual(['1', '1', '0']);
  });

  inEachLanguage('says of a line that it needs a reason, and why the change is wanted', (stage) => {
    const day = { day: '2026-04-08', dayZh: '清明节', dayEn: 'Qingming' };
    const away = { instructorZh: '王海涛', instructorEn: 'Wang', reason: SCRIPT, from: LOOKED_AT, until: LOOKED_AT };
    const why = [
      { code: 'dayIsClosed', data: day },
      { code: 'instructorIsAbsent', data: away },
      { code: 'forgottenCode', data: {} },
    ];
    const plan = planRow({ about: { why: { s1: why } } });
    const seen = view(
      stage,
      shownIn(stage, plan, { lines: [lineIn(stage, { plan, doubtful: [small] })], doubtful: 1 }),
    );
    expect(seen.rows[0]?.[3]).toBe(
      [
        stage.t('plan.doubtful'),
        stage.t('refusal.dayIsClosed', day),
        stage.t('repair.because_instructorIsAbsent', away),
        refusalText(stage.translator, small),
      ].join(' '),
    );
  });

  inEachLanguage('says what somebody has changed meanwhile, and can go on', (stage) => {
    const seen = view(
      stage,
      shownIn(stage, planRow(), {
        lines: [
          lineIn(stage, { forbidden: [changed], row: { seen: AFTER } }),
          lineIn(stage, { forbidden: [changed], row: { id: 'x2', seen: null } }),
        ],
      }),
    );
    const now = slotText(stage.translator, BEFORE, NAMES);
    const refresh = stage.t('plan.refresh');
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows.map((row) => row[3])).toEqual([
      `${stage.t('plan.stale')} ${stage.t('plan.stale_text', { seen: slotText(stage.translator, AFTER, NAMES), now })} ${refresh}`,
      `${stage.t('plan.stale')} ${stage.t('plan.stale_unseen', { now })} ${refresh}`,
    ]);
    expect(seen.buttons(refresh)).toEqual([
      'post /office/plans/n1/changes/x1/refresh',
      'post /office/plans/n1/changes/x2/refresh',
    ]);
  });

  function roomAndInstructor(): Pick<Suggestion, 'room' | 'instructor'> {
    return { room: NAMES.rooms.get('r2') ?? null, instructor: NAMES.instructors.get('i2') ?? null };
  }
});

describe.each(['published', 'discarded'] as const)('a plan that is %s', (state) => {
  const plan = planRow({ state, closedAt: LOOKED_AT, origin: 'pattern' });
  const closed = (stage: Stage, change: Parameters<typeof plannedRow>[0]) =>
    closedLine(stage.translator, plannedRow(change), { plan, names: NAMES });

  inEachLanguage('shows what was planned and offers nothing any more', (stage) => {
    const lines = [
      closed(stage, {}),
      closed(stage, { id: 'x2', kind: 'place', sessionId: null, number: null, seen: null, wanted: NOWHERE }),
      closed(stage, { id: 'x3', kind: 'cancel', wanted: null, reason: SCRIPT }),
      closed(stage, { id: 'x4', kind: 'restore' }),
    ];
    const seen = view(stage, shownIn(stage, plan, { lines, recipients: null }));
    expect(seen.heading).toBe(`清明节课表修复 ${stage.t(`plan.state_${state}`)}`);
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows.map((row) => row.slice(1))).toEqual([
      [beforeText(stage), afterText(stage), stage.t('plan.kind_move')],
      [stage.t('plan.not_there'), nowhereText(stage), stage.t('plan.kind_place')],
      [beforeText(stage), stage.t('plan.cancelled_because', { reason: SCRIPT }), stage.t('plan.kind_cancel')],
      [stage.t('plan.not_there'), afterText(stage), stage.t('plan.kind_restore')],
    ]);
    expect(seen.requests).toEqual([]);
    expect(seen.hrefs.filter((href) => href.startsWith('/office/plans/n1'))).toEqual([]);
    expect(seen.textsOf('stat')).toEqual([]);
  });

  inEachLanguage('and empty does not ask for sessions', (stage) => {
    const seen = view(stage, shownIn(stage, plan, { recipients: null }));
    expect(seen.textsOf('empty')).toEqual([stage.t('plan.empty')]);
    expect(seen.link(stage.t('plan.back'))).toBe('/office/plans');
  });
});
