import { formView, type TypedValues } from '../../../../src/platform/index.js';
import { NO_FINDINGS } from '../../../../src/scheduling/core/web/findings.js';
import { CancellationForm, SessionForm } from '../../../../src/scheduling/core/web/slot.form.js';
import { instructorOptions, poolOptions, roomOptions, typedOf } from '../../../../src/scheduling/core/web/texts.js';
import type { LinePage } from '../../../../src/scheduling/plans/web/plan-changes.page.js';
import { planHead } from '../../../../src/scheduling/plans/web/plan-details.page.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { SCRIPT, sessionIn, timesOf, titleOf } from '../resources/resource-models.js';
import { AFTER, NAMES, NOWHERE, planRow } from './plan-models.js';

const view = viewOf<LinePage>('scheduling/plans/line', { viewer: 'coordinator', path: '/office/plans' });

const ACTION = '/office/plans/n1/sessions/s1';

function form(stage: Stage, typed: TypedValues): LinePage['form'] {
  const { translator } = stage;
  const people = instructorOptions(translator, [...NAMES.instructors.values()]);
  const options = {
    roomId: roomOptions(translator, NAMES.rooms.values()),
    instructorId: people,
    assistantIds: people,
    poolIds: poolOptions(translator, NAMES.pools.values()),
  };
  return formView(SessionForm, translator, { typed, options });
}

function cancellation(stage: Stage, typed: TypedValues = {}): NonNullable<LinePage['cancellation']> {
  return formView(CancellationForm, stage.translator, { typed: { sequence: '7', ...typed } });
}

/** The page of a session of the timetable. */
function page(stage: Stage, change: Partial<LinePage> = {}): LinePage {
  return {
    form: form(stage, typedOf(AFTER, 7)),
    findings: NO_FINDINGS,
    overridable: false,
    plan: planHead(stage.translator, planRow({ title: SCRIPT })),
    cohort: 'AZ-104-2026-03',
    course: stage.one('Azure 管理员', 'Azure administrator'),
    number: 3,
    session: sessionIn(stage),
    action: ACTION,
    cancellation: cancellation(stage),
    cancelAction: `${ACTION}/cancellation`,
    refusals: [],
    ...change,
  };
}

/** The page of a session that the plan adds. */
function added(stage: Stage, change: Partial<LinePage> = {}): LinePage {
  const none = { number: null, session: null, cancellation: null, cancelAction: null };
  return page(stage, {
    ...none,
    form: form(stage, typedOf(NOWHERE, null)),
    action: '/office/plans/n1/changes/x1',
    ...change,
  });
}

describe('a line of a plan', () => {
  inEachLanguage('shows its session’s current and planned slots', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.heading).toBe(stage.t('plan.line_title', { cohort: 'AZ-104-2026-03', number: 3 }));
    expect(titleOf(seen)).toBe(stage.t('plan.line_heading'));
    expect(seen.textsOf('over')).toEqual([SCRIPT]);
    expect(seen.facts).toEqual({
      [stage.t('session.when')]: timesOf(stage, sessionIn(stage)),
      [stage.t('session.room')]: stage.one('琵琶泉实训室', 'Pipa Lab'),
      [stage.t('session.instructor')]: stage.one('王海涛', 'Wang Haitao'),
    });
    const names = ['date', 'startTime', 'endTime', 'roomId', 'instructorId', 'licenceSeats'];
    expect(names.map((name) => seen.control(name)?.value)).toEqual([
      ...['2026-04-09', '09:00', '12:00', 'r2', 'i2', '24'],
    ]);
    const ticked = (name: string) => seen.controls(name).flatMap(({ isChosen, value }) => (isChosen ? [value] : []));
    expect([ticked('assistantIds'), ticked('poolIds')]).toEqual([['i1'], ['p1']]);
    expect(seen.main.all('details').map((one) => one.attribute('open') !== null)).toEqual([true, false]);
    expect(seen.button(stage.t('plan.keep_line'))).toBe(`post ${ACTION}`);
    expect(seen.link(stage.t('plan.back_to_plan'))).toBe('/office/plans/n1');
    expect(seen.hidden('sequence')).toEqual(['7', '7']);
  });

  inEachLanguage('can be cancelled instead, with a reason', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.main.all('summary').map(({ text }) => text)).toContain(stage.t('plan.cancel_instead'));
    expect(seen.button(stage.t('plan.cancel_line'))).toBe(`post ${ACTION}/cancellation`);
    expect(seen.control('reason')).toMatchObject({ label: stage.t('session.reason'), value: '' });
  });

  inEachLanguage(
    'whose cancellation was not taken keeps all lines of the reason, with the fault beside it',
    (stage) => {
      const reason = `${SCRIPT}\n${'长'.repeat(500)}`;
      const failed = faultyIn({ reason: cancellation(stage, { reason }).reason, summary: [] });
      const { sequence } = cancellation(stage);
      const seen = view(stage, page(stage, { cancellation: { ...failed, sequence } }));
      expect(seen.faults).toEqual(faultsOn(failed));
      expect(seen.main.all('textarea').map((one) => one.attribute('name'))).toEqual(['reason']);
      expect(seen.control('reason')?.value).toBe(reason);
      expect(seen.main.all('details').map((one) => one.attribute('open') !== null)).toEqual([true, true]);
    },
  );

  inEachLanguage('of a closed plan says why nothing can be changed, and has no form', (stage) => {
    const plan = planHead(stage.translator, planRow({ title: SCRIPT, state: 'discarded' }));
    const seen = view(stage, page(stage, { plan }));
    expect(seen.textsOf('callout')).toEqual([stage.t('refusal.planNotOpen', { title: SCRIPT })]);
    expect(seen.requests).toEqual([]);
    expect(seen.facts[stage.t('session.room')]).toBe(stage.one('琵琶泉实训室', 'Pipa Lab'));
  });

  inEachLanguage('that was refused because the plan was closed meanwhile keeps what was typed', (stage) => {
    const plan = planHead(stage.translator, planRow({ state: 'published' }));
    const why = stage.t('refusal.planNotOpen', { title: plan.title });
    const seen = view(
      stage,
      page(stage, { plan, refusals: [why], cancellation: cancellation(stage, { reason: SCRIPT }) }),
    );
    expect(seen.textsOf('callout')).toEqual([`${stage.t('layout.blockers', { count: 1 })} ${why}`]);
    expect(seen.control('reason')?.value).toBe(SCRIPT);
    expect(seen.main.all('details').map((one) => one.attribute('open') !== null)).toEqual([true, true]);
  });

  inEachLanguage('that adds a session says so, and has nothing to cancel', (stage) => {
    const seen = view(stage, added(stage));
    expect(seen.heading).toBe(`AZ-104-2026-03 · ${stage.t('plan.new_session')}`);
    expect(seen.facts).toEqual({});
    expect(seen.sections).toEqual([stage.t('plan.line_heading')]);
    expect(seen.requests).toEqual(['post /office/plans/n1/changes/x1']);
    expect(['roomId', 'instructorId'].map((name) => seen.control(name)?.value)).toEqual(['', '']);
    expect(seen.control('roomId')?.options[0]).toBe(stage.t('session.no_room'));
    expect(seen.main.all('details').map((one) => one.attribute('open') !== null)).toEqual([false]);
  });

  inEachLanguage('of a cancelled session brings it back', (stage) => {
    const session = sessionIn(stage, { state: 'cancelled', room: null, instructor: null });
    const seen = view(stage, page(stage, { session, cancellation: null }));
    expect(seen.facts[stage.t('session.room')]).toBe(stage.t('session.no_room'));
    expect(seen.facts[stage.t('session.instructor')]).toBe(stage.t('session.no_instructor'));
    expect(seen.requests).toEqual([`post ${ACTION}`]);
  });

  inEachLanguage('that was refused says why', (stage) => {
    const seen = view(stage, page(stage, { refusals: [SCRIPT, 'Closed'] }));
    expect(seen.textsOf('callout')).toEqual([`${stage.t('layout.blockers', { count: 2 })} ${SCRIPT} Closed`]);
  });

  inEachLanguage('that failed keeps what was typed, with each fault beside its field', (stage) => {
    const typed = { date: '31.12.', startTime: '25:00', endTime: '', licenceSeats: '0', roomId: 'r1' };
    const { sequence, meansClosedDay, overrideReason, ...fields } = form(stage, typed);
    const failed = faultyIn(fields);
    const seen = view(stage, added(stage, { form: { ...failed, sequence, meansClosedDay, overrideReason } }));
    expect(seen.faults).toEqual(faultsOn(failed));
    for (const [name, value] of Object.entries(typed)) expect(seen.control(name)?.value).toBe(value);
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 8 })]);
    expect(seen.main.all('details').map((one) => one.attribute('open') !== null)).toEqual([true]);
  });
});
