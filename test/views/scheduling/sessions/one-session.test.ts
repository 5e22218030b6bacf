import { formView, refuse } from '../../../../src/platform/index.js';
import type { SessionRow } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { CancellationForm } from '../../../../src/scheduling/core/web/slot.form.js';
import { sessionView } from '../../../../src/scheduling/core/web/texts.js';
import type { CancellationPage } from '../../../../src/scheduling/sessions/web/session-cancellation.controller.js';
import type { MovePage } from '../../../../src/scheduling/sessions/web/session-move.controller.js';
import type { RestorationPage } from '../../../../src/scheduling/sessions/web/session.page.js';
import { faultsOn } from '../../../support/views/form-views.js';
import {
  inEachLanguage,
  LOOKED_AT,
  type RenderedView,
  type Stage,
  viewOf,
} from '../../../support/views/rendered-view.js';
import { missing, sessionFormIn, STANDING } from './session-form.js';
import { sessionRow } from '../session-row.js';

const office = { viewer: 'coordinator', path: '/office/sessions/s1/move' } as const;
const moveView = viewOf<MovePage>('scheduling/sessions/move', office);
const restorationView = viewOf<RestorationPage>('scheduling/sessions/restoration', office);
const cancellationView = viewOf<CancellationPage>('scheduling/sessions/cancellation', office);
const LIST = '/office/cohorts/AZ-104-2026-03/sessions';

type Filling = Parameters<typeof sessionFormIn>[1];

/** How the session stands, which all three pages say first. */
function expectHead(stage: Stage, seen: RenderedView, state: string): void {
  const { format } = stage.translator;
  expect(seen.heading.endsWith(stage.t(`session.state_${state}`))).toBe(true);
  expect(seen.textsOf('over')).toEqual(['AZ-104-2026-03']);
  expect(seen.link(stage.t('session.back'))).toBe(LIST);
  expect(seen.facts[stage.t('session.when')]).toBe(`${format.dayShort('2026-03-11')} 09:00–12:00`);
}

const sessionIn = (stage: Stage, change: Partial<SessionRow> = {}) =>
  sessionView(stage.translator, sessionRow(change), LOOKED_AT);

describe('moving a session', () => {
  function page(stage: Stage, filling: Filling = {}, change: Partial<MovePage> = {}): MovePage {
    const around = { session: sessionIn(stage), recipients: 21, closedBecause: null };
    return { ...sessionFormIn(stage, filling), ...around, plans: [], ...change };
  }

  inEachLanguage('starts with its current slot, and shows how many will be notified', (stage) => {
    const seen = moveView(stage, page(stage));
    expectHead(stage, seen, 'planned');
    expect(seen.textsOf('lead')).toEqual([stage.one('Azure 管理员', 'Azure administrator')]);
    expect(seen.facts[stage.t('session.instructor')]).toBe(stage.one('王海涛', 'Wang Haitao'));
    const names = ['date', 'startTime', 'endTime', 'roomId', 'instructorId'];
    expect(names.map((name) => seen.control(name)?.value)).toEqual(['2026-03-11', '09:00', '12:00', 'r1', 'i1']);
    expect(seen.control('roomId')?.options).toEqual([stage.t('session.no_room'), 'PIPA · 琵琶泉实训室', '<script>']);
    expect(seen.hidden('sequence')).toEqual(['4']);
    expect(seen.textsOf('callout')).toEqual([stage.t('session.will_tell', { count: 21 })]);
    expect(seen.button(stage.t('session.move_act'))).toBe('post /office/sessions/s1/move');
    expect(seen.link(stage.t('session.leave'))).toBe(LIST);
    for (const name of ['poolIds', 'licenceSeats', 'overrideReason', 'meansClosedDay'])
      expect(seen.control(name)).toBeNull();
    expect(seen.main.all('details')[0]?.attribute('open')).toBeNull();
  });

  inEachLanguage('of one without room and instructor says so', (stage) => {
    const session = sessionIn(stage, { roomId: null, room: null, instructors: [], instructor: null });
    const seen = moveView(stage, page(stage, {}, { session, recipients: 1 }));
    expect(seen.facts[stage.t('session.room')]).toBe(stage.t('session.no_room'));
    expect(seen.facts[stage.t('session.instructor')]).toBe(stage.t('session.no_instructor'));
    expect(seen.words).toContain(stage.t('session.will_tell', { count: 1 }));
  });

  inEachLanguage('shows assistants and licences where there are some', (stage) => {
    const pools = [{ value: 'p1', label: 'Visual Studio（30 席）' }];
    const typed = { ...STANDING, assistantIds: ['i2'], poolIds: ['p1'], licenceSeats: '20' };
    const seen = moveView(stage, page(stage, { pools, typed }));
    expect(seen.main.all('details')[0]?.attribute('open')).toBe('');
    expect(seen.controls('assistantIds').map(({ isChosen }) => isChosen)).toEqual([false, true]);
    expect(seen.control('poolIds')).toMatchObject({ label: 'Visual Studio（30 席）', isChosen: true });
    expect(seen.control('licenceSeats')?.value).toBe('20');
  });

  inEachLanguage('can be put into an open plan instead', (stage) => {
    const plans = [{ title: '<五月>', action: '/office/plans/p1/lines' }];
    const seen = moveView(stage, page(stage, {}, { plans }));
    expect(seen.button(stage.t('session.into_plan', { title: '<五月>' }))).toBe('post /office/plans/p1/lines');
  });

  inEachLanguage('to a place that is considered says what speaks against it, and what would work', (stage) => {
    const suggestion = { kind: 'room', href: '/office/sessions/s1/move?roomId=r2', text: '<室>', disturbs: 'Nobody' };
    const findings = { isJudged: true, reasons: ['Taken', 'Too small'], suggestions: [suggestion] };
    const seen = moveView(stage, page(stage, { findings }));
    expect(seen.textsOf('callout').slice(0, 2)).toEqual([
      `${stage.t('session.findings')} Taken Too small`,
      `${stage.t('session.suggestions')} <室> ${stage.t('session.suggestion_kind_room')} · Nobody`,
    ]);
    expect(seen.link('<室>')).toBe('/office/sessions/s1/move?roomId=r2');
    expect(seen.words).not.toContain(stage.t('session.no_finding'));
  });

  inEachLanguage('to a place against which nothing speaks says that, with what to know', (stage) => {
    const free = moveView(stage, page(stage, { findings: { isJudged: true } }));
    expect(free.textsOf('findings')).toEqual([stage.t('session.no_finding')]);
    const seen = moveView(stage, page(stage, { findings: { isJudged: true, warnings: ['Two sit in both'] } }));
    expect(seen.textsOf('callout')[0]).toBe('Two sit in both');
    expect(moveView(stage, page(stage)).textsOf('findings')).toEqual(['']);
  });

  inEachLanguage('to a closed day asks whether that is meant', (stage) => {
    const closedDay = stage.t('calendar.falls_on_holiday', { name: 'Qingming' });
    const seen = moveView(stage, page(stage, { findings: { isJudged: true, closedDay } }));
    expect(seen.textsOf('callout-title')).toEqual([closedDay]);
    expect(seen.control('meansClosedDay')).toMatchObject({
      label: stage.t('session.means_closed_day'),
      isChosen: false,
    });
    expect(seen.words).not.toContain(stage.t('session.no_finding'));
    const meant = moveView(stage, page(stage, { typed: { ...STANDING, meansClosedDay: '1' } }));
    expect(meant.control('meansClosedDay')?.isChosen).toBe(true);
  });

  inEachLanguage('that fails has each fault beside its field, and keeps what was typed', (stage) => {
    const fields = [
      'date',
      'startTime',
      'endTime',
      'roomId',
      'instructorId',
      'assistantIds',
      'poolIds',
      'licenceSeats',
    ];
    const pools = [{ value: 'p1', label: 'Visual Studio' }];
    const typed = { ...STANDING, date: '<b>', licenceSeats: 'many' };
    const model = page(stage, { faults: missing(...fields), pools, typed });
    const seen = moveView(stage, model);
    expect(Object.keys(seen.faults)).toEqual(fields.map((field) => `field-${field}`));
    expect(seen.faults).toEqual(faultsOn(model.form));
    expect(seen.control('date')?.value).toBe('<b>');
    expect(seen.main.all('details')[0]?.attribute('open')).toBe('');
  });

  inEachLanguage('that is refused can be insisted on by those who may', (stage) => {
    const data = { roomZh: '小', roomEn: 'Small', seats: 8, needed: 20 };
    const refusals = [refuse('roomTooSmall', data)];
    const seen = moveView(stage, page(stage, { refusals, overridable: true }));
    expect(seen.textsOf('problems')[0]).toContain(stage.t('refusal.roomTooSmall', data));
    expect(seen.control('overrideReason')?.label).toContain(stage.t('session.override'));
    expect(moveView(stage, page(stage, { refusals })).control('overrideReason')).toBeNull();
    const typed = { ...STANDING, overrideReason: '家长要求' };
    expect(moveView(stage, page(stage, { typed })).control('overrideReason')?.value).toBe('家长要求');
  });

  describe.each([
    ['begun', { startsAt: LOOKED_AT - 60_000, endsAt: LOOKED_AT }],
    ['held', { state: 'held' }],
    ['cancelled', { state: 'cancelled' }],
  ] as const)('that is %s', (state, change) => {
    inEachLanguage('is not possible', (stage) => {
      const seen = moveView(stage, page(stage, {}, { session: sessionIn(stage, change) }));
      expect(seen.heading).toContain(stage.t(`session.state_${state}`));
      expect(seen.textsOf('callout')).toEqual([stage.t('session.fixed')]);
      expect(seen.requests).toEqual([]);
    });
  });
});

describe('bringing a session back', () => {
  function page(stage: Stage, filling: Filling = {}, change: Partial<SessionRow> = {}): RestorationPage {
    const session = sessionIn(stage, { state: 'cancelled', ...change });
    return { ...sessionFormIn(stage, filling), session, recipients: 0, closedBecause: null };
  }

  inEachLanguage('begins with where it stood', (stage) => {
    const seen = restorationView(stage, page(stage, { findings: { isJudged: true } }));
    expectHead(stage, seen, 'cancelled');
    expect(seen.textsOf('lead')).toEqual([stage.t('session.restore_lead')]);
    expect(seen.control('date')?.value).toBe('2026-03-11');
    expect(seen.words).toContain(stage.t('session.no_finding'));
    expect(seen.textsOf('callout')).toEqual([stage.t('session.will_tell', { count: 0 })]);
    expect(seen.button(stage.t('session.restore_act'))).toBe('post /office/sessions/s1/restoration');
    expect(seen.link(stage.t('session.stays_cancelled'))).toBe(LIST);
  });

  inEachLanguage('where its place is taken says so and what would work', (stage) => {
    const findings = { isJudged: true, reasons: ['Taken'] };
    const seen = restorationView(stage, page(stage, { findings }));
    expect(seen.textsOf('callout')[0]).toBe(`${stage.t('session.findings')} Taken`);
  });

  inEachLanguage('that fails has each fault beside its field', (stage) => {
    const model = page(stage, { faults: missing('date', 'endTime') });
    const seen = restorationView(stage, model);
    expect(seen.faults).toEqual(faultsOn(model.form));
    expect(Object.keys(seen.faults)).toHaveLength(2);
  });

  describe.each(['planned', 'held'] as const)('that is %s', (state) => {
    inEachLanguage('is not possible', (stage) => {
      const seen = restorationView(stage, page(stage, {}, { state }));
      expectHead(stage, seen, state);
      expect(seen.textsOf('callout')).toEqual([stage.t('refusal.sessionNotCancelled', { number: 3 })]);
      expect(seen.requests).toEqual([]);
    });
  });
});

describe('cancelling a session', () => {
  function page(stage: Stage, change: Partial<CancellationPage> = {}): CancellationPage {
    const form = formView(CancellationForm, stage.translator, { typed: { sequence: '4' } });
    return { session: sessionIn(stage), form, recipients: 0, closedBecause: null, ...change };
  }

  describe.each([0, 1, 1234])('of which %d people will be told', (recipients) => {
    inEachLanguage('says so and what becomes free, and asks for a reason', (stage) => {
      const seen = cancellationView(stage, page(stage, { recipients }));
      expectHead(stage, seen, 'planned');
      expect(seen.sections).toEqual([stage.t('session.cancel_question')]);
      expect(seen.words).toContain(stage.t('session.will_tell', { count: recipients }));
      expect(seen.words).toContain(`${stage.t('session.cancel_frees')} ${stage.t('session.cancel_keeps')}`);
      expect(seen.control('reason')).toMatchObject({ label: stage.t('session.reason'), value: '' });
      expect(seen.hidden('sequence')).toEqual(['4']);
      expect(seen.button(stage.t('session.cancel_act'))).toBe('post /office/sessions/s1/cancellation');
      expect(seen.link(stage.t('session.keep'))).toBe(LIST);
    });
  });

  inEachLanguage('without a reason has the fault beside it', (stage) => {
    const form = formView(CancellationForm, stage.translator, { typed: { reason: '<x>' }, faults: missing('reason') });
    const seen = cancellationView(stage, page(stage, { form }));
    expect(seen.faults).toEqual({ 'field-reason': stage.t('form.required') });
    expect(seen.control('reason')?.value).toBe('<x>');
  });

  inEachLanguage('that has changed meanwhile says so above, and sends the new state', (stage) => {
    const refusals = [refuse('sessionChangedMeanwhile', { number: 3 })];
    const form = formView(CancellationForm, stage.translator, { typed: { reason: '停电', sequence: '5' }, refusals });
    const seen = cancellationView(stage, page(stage, { form }));
    expect(seen.textsOf('problems')[0]).toContain(stage.t('refusal.sessionChangedMeanwhile', { number: 3 }));
    expect([seen.hidden('sequence'), seen.control('reason')?.value]).toEqual([['5'], '停电']);
  });

  inEachLanguage('that is cancelled already is not possible', (stage) => {
    const seen = cancellationView(stage, page(stage, { session: sessionIn(stage, { state: 'cancelled' }) }));
    expectHead(stage, seen, 'cancelled');
    expect(seen.textsOf('callout')).toEqual([stage.t('session.fixed')]);
    expect(seen.requests).toEqual([]);
  });
});
