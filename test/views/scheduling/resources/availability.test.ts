import { formView, instantOf, WEEKDAYS } from '../../../../src/platform/index.js';
import type { ImpactView } from '../../../../src/scheduling/resources/web/availability.page.js';
import type { HoursPage } from '../../../../src/scheduling/resources/web/bookable-hours.controller.js';
import type { OwnAbsencesPage } from '../../../../src/scheduling/resources/web/own-absences.controller.js';
import { HoursForm, typedHours } from '../../../../src/scheduling/resources/web/bookable-hours.form.js';
import type { AwayPage } from '../../../../src/scheduling/resources/web/unavailability.controller.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import {
  availabilityIn,
  awayForm,
  awayIn,
  DOTTED,
  hitsIn,
  requiredOn,
  SCRIPT,
  sessionIn,
  sessionsIn,
  timesOf,
} from './resource-models.js';
import { headFaults } from './table-heads.js';

const office = { viewer: 'coordinator', path: '/office/rooms' } as const;
const hoursView = viewOf<HoursPage>('scheduling/resources/availability/hours', office);
const awayView = viewOf<AwayPage>('scheduling/resources/availability/unavailability', office);
const ownView = viewOf<OwnAbsencesPage>('scheduling/resources/absences', {
  viewer: 'instructor',
  path: '/teaching/absences',
});

const OWNERS = {
  room: { kind: 'room', id: 'r1', name: SCRIPT, at: '/office/rooms/LAB-2' },
  instructor: { kind: 'instructor', id: 'i1', name: DOTTED, at: '/office/instructors/i1' },
} as const;
const KINDS = ['room', 'instructor'] as const;

function foreseenIn(stage: Stage): ImpactView {
  return { seen: 'abc123', count: 2, sessions: sessionsIn(stage) };
}

describe.each(KINDS)('the hours of the %s', (kind) => {
  const { at, name } = OWNERS[kind];
  function page(stage: Stage, form: HoursPage['form']): HoursPage {
    const lines = WEEKDAYS.map((day) => ({ weekday: stage.t(`calendar.weekday.${day}`), field: form[`day${day}`] }));
    return { owner: OWNERS[kind], form, lines };
  }

  inEachLanguage('have a line for each weekday, none of which need be filled', (stage) => {
    const hours = [
      { weekday: 1 as const, fromMinute: 540, untilMinute: 720 },
      { weekday: 1 as const, fromMinute: 840, untilMinute: 1440 },
    ];
    const seen = hoursView(stage, page(stage, formView(HoursForm, stage.translator, { typed: typedHours(hours) })));
    expect(seen.heading).toBe(stage.t(`availability.hours_heading.${kind}`, { name }));
    expect(seen.control('day1')?.value).toBe('9:00-12:00, 14:00-24:00');
    expect(seen.control('day7')?.value).toBe('');
    expect(seen.control('day7')?.label).toContain(stage.t('calendar.weekday.7'));
    expect(requiredOn(seen)).toEqual([]);
    expect(seen.button(stage.t('availability.save_hours'))).toBe(`post ${at}/hours`);
    expect(seen.link(stage.t('form.cancel'))).toBe(at);
    expect(seen.link(name)).toBe(at);
  });

  inEachLanguage('that were not understood keep what was typed, with each fault beside its line', (stage) => {
    const typed = { day1: SCRIPT, day2: '12-9', day7: '长'.repeat(201) };
    const form = faultyIn(formView(HoursForm, stage.translator, { typed }));
    const seen = hoursView(stage, page(stage, form));
    expect(seen.faults).toEqual(faultsOn(form));
    for (const [day, value] of Object.entries(typed)) expect(seen.control(day)?.value).toBe(value);
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 7 })]);
  });
});

describe.each(KINDS)('the absences of the %s', (kind) => {
  const { at, name } = OWNERS[kind];
  function page(stage: Stage, change: Partial<AwayPage> = {}): AwayPage {
    const availability = availabilityIn(stage, kind);
    return { owner: OWNERS[kind], availability, form: awayForm(stage), impact: null, ...change };
  }

  inEachLanguage('of which there are none say so, beside the form of one', (stage) => {
    const seen = awayView(stage, page(stage));
    expect(seen.heading).toBe(stage.t(`availability.away_heading.${kind}`, { name }));
    expect(seen.words).toContain(stage.t(`availability.away_lead.${kind}`));
    expect(seen.words).toContain(stage.t(`availability.none_ahead.${kind}`));
    expect(seen.rows).toEqual([]);
    expect(seen.main.all('details')).toHaveLength(0);
    expect(seen.button(stage.t(`availability.declare_act.${kind}`))).toBe(`post ${at}/unavailability`);
    expect(requiredOn(seen)).toEqual(['fromDay', 'reason']);
  });

  inEachLanguage(
    'now, ahead and past say who declared them and what they hit; only those ahead are lifted',
    (stage) => {
      const ahead = [
        awayIn(stage, { now: true, hit: 1, reason: SCRIPT, declaredBy: DOTTED }),
        awayIn(stage, {
          id: 'x2',
          startsAt: instantOf('2026-04-01', '09:00'),
          endsAt: instantOf('2026-04-01', '12:00'),
        }),
      ];
      const past = [awayIn(stage, { id: 'x3', startsAt: instantOf('2026-03-31', '22:00') })];
      const seen = awayView(stage, page(stage, { availability: availabilityIn(stage, kind, { ahead, past }) }));
      const [now, next, before] = [...ahead, ...past].map(({ span }) => span);
      const lift = (span = '') => `${stage.t(`availability.lift.${kind}`)} ${span}`;
      const none = [stage.t('layout.nothing'), stage.t('availability.nothing_hit')];
      expect(headFaults(seen)).toEqual([]);
      expect(seen.rows).toEqual([
        [
          `${now} ${stage.t('availability.now')}`,
          SCRIPT,
          DOTTED,
          stage.t('availability.hit_short', { count: 1 }),
          lift(now),
        ],
        [next, '换空调', ...none, lift(next)],
        [before, '换空调', ...none],
      ]);
      expect(seen.button(lift(next))).toBe(`post ${at}/unavailability/x2/lifting`);
      expect(seen.main.all('summary').map(({ text }) => text)).toEqual([stage.t('availability.past', { count: 1 })]);
      expect(seen.words).not.toContain(stage.t(`availability.none_ahead.${kind}`));
    },
  );

  inEachLanguage('that hit sessions lead to their repair', (stage) => {
    const hits = hitsIn(stage);
    const seen = awayView(stage, page(stage, { availability: availabilityIn(stage, kind, { hits }) }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('availability.hit', { count: 17 })]);
    expect(seen.textsOf('callout')[0]).toContain(stage.t(`availability.hit_text.${kind}`));
    for (const reason of hits.groups[0]!.reasons) expect(seen.words).toContain(reason);
    expect(seen.link(stage.t('availability.repair'))).toBe('/office/repairs/new?room=r1');
    expect(seen.links('AZ-104-2026-03')).toHaveLength(12);
  });

  inEachLanguage('that would hit sessions show them first, keep what was typed, and can be declared', (stage) => {
    const form = awayForm(stage, { fromDay: '2026-03-11', fromTime: '09:00', reason: SCRIPT });
    const impact = foreseenIn(stage);
    const seen = awayView(stage, page(stage, { form, impact }));
    const [callout = ''] = seen.textsOf('callout');
    expect(callout).toContain(stage.t('availability.foreseen', { count: 2 }));
    expect(callout).toContain(stage.t(`availability.foreseen_text.${kind}`));
    for (const one of impact.sessions) {
      const where = `${one.room} · ${one.instructor}`;
      expect(callout).toContain(
        `${timesOf(stage, one)} AZ-104-2026-03 ${stage.t('session.nth', { number: one.number })} · ${where}`,
      );
    }
    expect(seen.links('AZ-104-2026-03')).toEqual(impact.sessions.map(() => '/office/cohorts/AZ-104-2026-03/sessions'));
    const anyway = seen.main.all('button').find((one) => one.attribute('name') === 'seen');
    expect([anyway?.text, anyway?.attribute('value')]).toEqual([
      stage.t(`availability.declare_anyway.${kind}`),
      'abc123',
    ]);
    expect(seen.button(stage.t(`availability.declare_anyway.${kind}`))).toBe(`post ${at}/unavailability`);
    expect(seen.link(stage.t('form.cancel'))).toBe(`${at}/unavailability`);
    const names = ['fromDay', 'fromTime', 'untilDay', 'reason'];
    expect(names.map((one) => seen.control(one)?.value)).toEqual(['2026-03-11', '09:00', '', SCRIPT]);
  });

  inEachLanguage('that were not taken have each fault beside its field', (stage) => {
    const form = faultyIn(awayForm(stage, { fromDay: '明明', untilTime: '25:00', reason: '长'.repeat(201) }));
    const seen = awayView(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('untilTime')?.value).toBe('25:00');
    expect(seen.control('reason')?.value).toBe('长'.repeat(201));
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 5 })]);
  });
});

describe('my absences', () => {
  function page(stage: Stage, change: Partial<OwnAbsencesPage> = {}): OwnAbsencesPage {
    const availability = availabilityIn(stage, 'instructor', { at: '/teaching' });
    return { availability, form: awayForm(stage), impact: null, ...change };
  }

  inEachLanguage('of which there are none say so, and can be declared', (stage) => {
    const seen = ownView(stage, page(stage));
    expect(seen.heading).toBe(stage.t('availability.own_title'));
    expect(seen.words).toContain(stage.t('availability.own_lead'));
    expect(seen.words).toContain(stage.t('availability.none_ahead.instructor'));
    expect(seen.link(stage.t('teaching.title'))).toBe('/teaching');
    expect(seen.requests).toEqual(['post /teaching/absences']);
  });

  inEachLanguage('ahead can be lifted', (stage) => {
    const ahead = [awayIn(stage, { declaredBy: DOTTED })];
    const seen = ownView(stage, page(stage, { availability: availabilityIn(stage, 'instructor', { ahead }) }));
    expect(seen.requests).toEqual(['post /teaching/absences/x1/lifting', 'post /teaching/absences']);
    expect(seen.rows[0]?.slice(1, 3)).toEqual(['换空调', DOTTED]);
  });

  inEachLanguage('name the sessions that they hit, without links to pages of the office', (stage) => {
    const availability = availabilityIn(stage, 'instructor', { hits: hitsIn(stage) });
    const seen = ownView(stage, page(stage, { availability }));
    const [callout = ''] = seen.textsOf('callout');
    expect(callout).toContain(stage.t('availability.hit_text.own'));
    expect(callout).toContain(`AZ-104-2026-03 ${stage.t('session.nth', { number: 12 })}`);
    expect(seen.hrefs.filter((href) => href.startsWith('/office'))).toEqual([]);
  });

  inEachLanguage('that would hit sessions show them first, without links to pages of the office', (stage) => {
    const impact = { seen: 'abc123', count: 1, sessions: [sessionIn(stage)] };
    const seen = ownView(stage, page(stage, { impact, form: awayForm(stage, { fromDay: '2026-03-11' }) }));
    const [callout = ''] = seen.textsOf('callout');
    expect(callout).toContain(stage.t('availability.foreseen', { count: 1 }));
    expect(callout).toContain(stage.t('availability.foreseen_text.own'));
    expect(callout).toContain(`AZ-104-2026-03 ${stage.t('session.nth', { number: 3 })}`);
    expect(seen.button(stage.t('availability.declare_anyway.instructor'))).toBe('post /teaching/absences');
    expect(seen.link(stage.t('form.cancel'))).toBe('/teaching/absences');
    expect(seen.hrefs.filter((href) => href.startsWith('/office'))).toEqual([]);
  });

  inEachLanguage('that were not taken have each fault beside its field', (stage) => {
    const form = faultyIn(awayForm(stage, { fromDay: SCRIPT }));
    const seen = ownView(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('fromDay')?.value).toBe(SCRIPT);
  });
});
