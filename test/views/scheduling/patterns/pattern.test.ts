import { formView, type Option, optionsOf, type TypedValues } from '../../../../src/platform/index.js';
import type { PatternPage } from '../../../../src/scheduling/patterns/web/pattern.controller.js';
import { PART_SUFFIXES, PatternForm } from '../../../../src/scheduling/patterns/web/pattern.form.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type RenderedView, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { DOTTED, SCRIPT, titleOf } from '../resources/resource-models.js';
import { headIn, SESSIONS_AT } from './pattern-models.js';

const view = viewOf<PatternPage>('scheduling/patterns/pattern', { viewer: 'coordinator', path: SESSIONS_AT });

const FRESH: TypedValues = { startDate: '2026-04-07', startTime: '09:00', endTime: '12:00', everyNWeeks: '1' };

function page(
  stage: Stage,
  typed: TypedValues = FRESH,
  refusals: { code: string; field: string | null }[] = [],
): PatternPage {
  const choices: Readonly<Record<string, readonly Option[]>> = {
    weekdays: optionsOf(stage.translator, 'calendar.weekday', ['1', '2', '3', '4', '5', '6', '7']),
    roomId: [{ value: 'r1', label: SCRIPT }],
    instructorId: [{ value: 'i1', label: DOTTED }],
    assistantId: [{ value: 'i1', label: DOTTED }],
    poolId: [],
  };
  const options = Object.fromEntries(
    PART_SUFFIXES.flatMap((suffix) => Object.entries(choices).map(([name, listed]) => [`${name}${suffix}`, listed])),
  );
  const filling = { typed, options, refusals: refusals.map((one) => ({ ...one, data: {} })) };
  return { cohort: headIn(stage), form: formView(PatternForm, stage.translator, filling) };
}

/** Whether the second and the third part are unfolded. */
function openParts({ main }: RenderedView): boolean[] {
  return main.all('details').map((one) => one.attribute('open') !== null);
}

describe('the form of a weekly pattern', () => {
  inEachLanguage('begins with the first day of the cohort, further parts folded away', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.heading).toBe(stage.t('session.by_pattern'));
    expect(titleOf(seen)).toBe(stage.t('session.pattern_title', { cohort: 'AZ-104-2026-04' }));
    expect(seen.textsOf('over')).toEqual(['AZ-104-2026-04']);
    expect(['startDate', 'startTime', 'endTime'].map((name) => seen.control(name)?.value)).toEqual([
      ...['2026-04-07', '09:00', '12:00'],
    ]);
    expect(seen.controls('weekdays').map(({ label }) => label)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((day) => stage.t(`calendar.weekday.${day}`)),
    );
    expect(seen.control('roomId')?.options).toEqual([stage.t('session.no_room'), SCRIPT]);
    expect(seen.control('instructorId3')?.options).toEqual([stage.t('session.no_instructor'), DOTTED]);
    expect(seen.control('poolId2')?.options).toEqual([stage.t('session.no_pool')]);
    expect(openParts(seen)).toEqual([false, false]);
    expect(seen.button(stage.t('session.preview'))).toBe(`get ${SESSIONS_AT}/preview`);
    expect(seen.link(stage.t('form.cancel'))).toBe(SESSIONS_AT);
    expect(seen.main.all('summary').map(({ text }) => text)).toEqual([
      stage.t('session.part_second'),
      stage.t('session.part_third'),
    ]);
    expect(seen.words).toContain(stage.t('session.extent_lead'));
  });

  inEachLanguage('requires none of the three ways to end it by itself', (stage) => {
    const seen = view(stage, page(stage));
    const required = (name: string) =>
      seen.main
        .all('input')
        .find((one) => one.attribute('name') === name)
        ?.attribute('aria-required');
    expect(['sessions', 'hours', 'lastDate', 'startDate'].map(required)).toEqual([null, null, null, 'true']);
    expect(seen.control('sessions')?.label).toBe(stage.t('session.sessions'));
  });

  inEachLanguage('that comes back from the preview shows the parts that are used', (stage) => {
    const typed = { ...FRESH, weekdays: ['1', '7'], startTime2: '14:00', weekdays3: ['3'], breaks: SCRIPT };
    const seen = view(stage, page(stage, typed));
    expect(seen.controls('weekdays').map(({ isChosen }) => isChosen)).toEqual([
      ...[true, false, false, false, false, false, true],
    ]);
    expect(openParts(seen)).toEqual([true, true]);
    expect(seen.control('startTime2')?.value).toBe('14:00');
    expect(seen.control('breaks')?.value).toBe(SCRIPT);
  });

  inEachLanguage('that failed keeps what was typed, with each fault beside its field', (stage) => {
    const typed = { startDate: '31.12.', everyNWeeks: '9', endTime2: '25:00', hours: '-1', skipDates: SCRIPT };
    const { cohort, form } = page(stage, typed);
    const faulty = faultyIn(form);
    const seen = view(stage, { cohort, form: faulty });
    expect(seen.faults).toEqual(faultsOn(faulty));
    for (const [name, value] of Object.entries(typed)) expect(seen.control(name)?.value).toBe(value);
    expect(openParts(seen)).toEqual([true, true]);
  });

  const hidden = ['weekdays', 'startTime', 'endTime', 'roomId', 'instructorId', 'assistantId', 'poolId'].flatMap(
    (name) => [`${name}2`, `${name}3`],
  );
  describe.each(hidden)('with a fault in %s alone', (name) => {
    inEachLanguage('unfolds its part, so that the link to it leads somewhere', (stage) => {
      const faults = [{ code: 'patternYieldsNone', field: name }];
      const seen = view(stage, page(stage, FRESH, faults));
      const why = stage.t('refusal.patternYieldsNone');
      expect(seen.faults).toEqual({ [`field-${name}`]: why });
      expect(seen.link(why)).toBe(`#field-${name}`);
      expect(openParts(seen)).toEqual([name.endsWith('2'), name.endsWith('3')]);
    });
  });

  inEachLanguage('that yields nothing says why', (stage) => {
    const seen = view(stage, page(stage, FRESH, [{ code: 'patternYieldsNone', field: 'weekdays' }]));
    expect(seen.faults).toEqual({ 'field-weekdays': stage.t('refusal.patternYieldsNone') });
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 1 })]);
  });
});
