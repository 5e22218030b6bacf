import { formView, refuse } from '../../../../src/platform/index.js';
import { sessionView } from '../../../../src/scheduling/core/web/texts.js';
import {
  BulkCancellationsForm,
  type BulkCancellationsPage,
} from '../../../../src/scheduling/sessions/web/bulk-cancellations.controller.js';
import type { BulkRestorationsPage } from '../../../../src/scheduling/sessions/web/bulk-restorations.controller.js';
import type { NewSessionPage } from '../../../../src/scheduling/sessions/web/new-session.controller.js';
import { faultsOn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { missing, sessionFormIn, STANDING } from './session-form.js';
import { sessionRow } from '../session-row.js';

const office = { viewer: 'coordinator' } as const;
const newView = viewOf<NewSessionPage>('scheduling/sessions/cohort-sessions/new', office);
const cancellationView = viewOf<BulkCancellationsPage>('scheduling/sessions/cohort-sessions/cancellation', office);
const restorationView = viewOf<BulkRestorationsPage>('scheduling/sessions/cohort-sessions/restoration', office);
const AT = '/office/cohorts/AZ-104-2026-03/sessions';
const cohort = { code: 'AZ-104-2026-03', course: '<b>Azure</b> 管理员', sessionsAt: AT };

const sessionIn = (stage: Stage, number: number, change: Parameters<typeof sessionRow>[0] = {}) =>
  sessionView(stage.translator, sessionRow({ id: `s${number}`, number, ...change }), LOOKED_AT);

/** One session in a list: its number, time, room and instructor. */
const lineOf = (stage: Stage, number: number, room: string, instructor: string) =>
  [
    stage.t('session.nth', { number }),
    `${stage.translator.format.dayShort('2026-03-11')} 09:00–12:00`,
    ...[room, instructor],
  ].join(' · ');

const usual = (stage: Stage, number: number) =>
  lineOf(stage, number, stage.one('琵琶泉实训室', 'Pipa Lab'), stage.one('王海涛', 'Wang Haitao'));

describe('one more session', () => {
  const page = (stage: Stage, filling: Parameters<typeof sessionFormIn>[1] = {}): NewSessionPage => ({
    ...sessionFormIn(stage, filling),
    cohort,
  });

  inEachLanguage('begins without day and hours, where the last one stood', (stage) => {
    const typed = { ...STANDING, date: '', startTime: '', endTime: '', sequence: '' };
    const seen = newView(stage, page(stage, { typed }));
    expect(seen.heading).toBe(stage.t('session.one_more'));
    expect([seen.textsOf('over'), seen.textsOf('lead')]).toEqual([[cohort.code], [cohort.course]]);
    expect(['date', 'startTime', 'roomId'].map((name) => seen.control(name)?.value)).toEqual(['', '', 'r1']);
    expect(seen.button(stage.t('session.place'))).toBe(`post ${AT}/single`);
    expect(seen.link(stage.t('form.cancel'))).toBe(AT);
    expect(seen.link(stage.t('session.back'))).toBe(AT);
  });

  inEachLanguage('is judged while it is considered', (stage) => {
    const seen = newView(stage, page(stage, { findings: { isJudged: true, reasons: ['Taken'] } }));
    expect(seen.textsOf('callout')).toEqual([`${stage.t('session.findings')} Taken`]);
    expect(newView(stage, page(stage, { findings: { isJudged: true } })).words).toContain(
      stage.t('session.no_finding'),
    );
  });

  inEachLanguage('that fails has each fault beside its field', (stage) => {
    const model = page(stage, { faults: missing('date', 'startTime', 'endTime') });
    const seen = newView(stage, model);
    expect(seen.faults).toEqual(faultsOn(model.form));
    expect(Object.keys(seen.faults)).toHaveLength(3);
  });

  inEachLanguage('that is refused asks for a reason where it may stand all the same', (stage) => {
    const data = { roomZh: '小', roomEn: 'Small', seats: 8, needed: 20 };
    const seen = newView(stage, page(stage, { refusals: [refuse('roomTooSmall', data)], overridable: true }));
    expect(seen.control('overrideReason')?.label).toContain(stage.t('session.override'));
    expect(seen.textsOf('problems')[0]).toContain(stage.t('refusal.roomTooSmall', data));
  });
});

describe('cancelling several sessions', () => {
  function page(stage: Stage, change: Partial<BulkCancellationsPage> = {}): BulkCancellationsPage {
    const form = formView(BulkCancellationsForm, stage.translator);
    return { cohort, sessions: [sessionIn(stage, 3)], chosen: ['s3:0'], form, recipients: 0, ...change };
  }

  describe.each([1, 12])('%d of them', (count) => {
    inEachLanguage('lists each, shows how many will be notified, and asks for one reason', (stage) => {
      const numbers = Array.from({ length: count }, (_, at) => at + 1);
      const sessions = numbers.map((number) => sessionIn(stage, number));
      const chosen = numbers.map((number) => `s${number}:0`);
      const seen = cancellationView(stage, page(stage, { sessions, chosen, recipients: count * 20 }));
      expect(seen.textsOf('plain-list')[0]?.split(`${stage.t('session.nth', { number: 1 })} ·`)).toHaveLength(2);
      expect(seen.words).toContain(usual(stage, count));
      expect(seen.sections).toEqual([stage.t('session.cancel_many_question', { count })]);
      expect(seen.words).toContain(stage.t('session.will_tell', { count: count * 20 }));
      expect(seen.words).toContain(`${stage.t('session.cancel_frees')} ${stage.t('session.cancel_keeps')}`);
      expect(seen.hidden('chosen')).toEqual(chosen);
      expect(seen.button(stage.t('session.cancel_chosen'))).toBe(`post ${AT}/cancellation`);
      expect(seen.link(stage.t('session.keep'))).toBe(AT);
    });
  });

  inEachLanguage('names one without room and instructor too', (stage) => {
    const nothing = { room: null, roomId: null, instructors: [], instructor: null };
    const seen = cancellationView(stage, page(stage, { sessions: [sessionIn(stage, 3, nothing)] }));
    expect(seen.words).toContain(lineOf(stage, 3, stage.t('session.no_room'), stage.t('session.no_instructor')));
  });

  inEachLanguage('without a reason has the fault beside it; what was refused stands above', (stage) => {
    const filled = { typed: { reason: '<x>' }, faults: missing('reason') };
    const form = formView(BulkCancellationsForm, stage.translator, filled);
    const seen = cancellationView(stage, page(stage, { form }));
    expect(seen.faults).toEqual({ 'field-reason': stage.t('form.required') });
    expect(seen.control('reason')?.value).toBe('<x>');
    const refusals = [refuse('sessionChangedMeanwhile', { number: 3 })];
    const refused = formView(BulkCancellationsForm, stage.translator, { typed: { reason: '停电' }, refusals });
    expect(cancellationView(stage, page(stage, { form: refused })).textsOf('problems')[0]).toContain(
      stage.t('refusal.sessionChangedMeanwhile', { number: 3 }),
    );
  });
});

describe('bringing several sessions back', () => {
  function page(stage: Stage, change: Partial<BulkRestorationsPage> = {}): BulkRestorationsPage {
    const free = change.free ?? [sessionIn(stage, 3, { state: 'cancelled' })];
    const chosen = free.map(({ id }) => `${id}:0`);
    return { cohort, free, chosen, others: [], recipients: 20, refusals: [], ...change };
  }
  const others = (stage: Stage) => [{ session: sessionIn(stage, 4), reasons: ['Room is taken', '<past>'] }];

  describe.each([1, 2])('%d of them', (count) => {
    inEachLanguage('lists those whose place is free, and does it', (stage) => {
      const free = Array.from({ length: count }, (_, at) => sessionIn(stage, at + 1, { state: 'cancelled' }));
      const seen = restorationView(stage, page(stage, { free }));
      expect(seen.sections).toEqual([stage.t('session.restore_many_question', { count })]);
      expect(seen.words).toContain(usual(stage, count));
      expect(seen.words).toContain(stage.t('session.will_tell', { count: 20 }));
      expect(seen.words).toContain(stage.t('session.restore_as_before'));
      expect(seen.hidden('chosen')).toEqual(free.map(({ id }) => `${id}:0`));
      expect(seen.button(stage.t('session.restore_chosen'))).toBe(`post ${AT}/restoration`);
      expect(seen.link(stage.t('session.stay_cancelled'))).toBe(AT);
    });
  });

  inEachLanguage('lists apart those that need another place, with what stands in the way', (stage) => {
    const seen = restorationView(stage, page(stage, { others: others(stage) }));
    expect(seen.sections.at(-1)).toBe(stage.t('session.restore_others'));
    expect(seen.textsOf('warn-text')).toEqual(['Room is taken', '<past>']);
    expect(seen.link(stage.t('session.restore_elsewhere'))).toBe('/office/sessions/s4/restoration');
  });

  inEachLanguage('of which none is free has no form, and still a way back', (stage) => {
    const seen = restorationView(stage, page(stage, { free: [], others: others(stage) }));
    expect(seen.requests).toEqual([]);
    expect(seen.sections).toEqual([stage.t('session.restore_others')]);
    expect(seen.link(stage.t('session.back'))).toBe(AT);
  });

  inEachLanguage('that is refused says why nothing was restored', (stage) => {
    const refusals = [stage.t('refusal.sessionNotCancelled', { number: 3 })];
    const seen = restorationView(stage, page(stage, { refusals }));
    expect(seen.words).toContain(`${stage.t('session.restore_not')} ${refusals[0]}`);
    expect(restorationView(stage, page(stage)).words).not.toContain(stage.t('session.restore_not'));
  });
});
