import { formView, instantOf } from '../../../../src/platform/index.js';
import { ClosureForm } from '../../../../src/scheduling/calendar/web/calendar.form.js';
import { affectedList, type CalendarPage } from '../../../../src/scheduling/calendar/web/calendar.page.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { CLOSURES, HOLIDAY, NOTICE, sessionsHit, yearPage } from './year-page.js';

const view = viewOf<CalendarPage>('scheduling/calendar/index', { viewer: 'coordinator', path: '/office/calendar' });

const lineOf = (stage: Stage, at: number) => {
  const span = {
    day: '2026-04-06',
    startsAt: instantOf('2026-04-06', '09:00'),
    endsAt: instantOf('2026-04-06', '12:00'),
  };
  const session = `AZ-104-${at} ${stage.t('session.nth', { number: at + 1 })} · ${stage.t('session.span', span)}`;
  return `${session} · ${stage.one(HOLIDAY.name, HOLIDAY.nameEn)}`;
};

describe('closures', () => {
  inEachLanguage('are lifted whole, or day by day where they have several', (stage) => {
    const seen = view(stage, yearPage(stage, { days: NOTICE, closures: CLOSURES }));
    const { format } = stage.translator;
    const lift = stage.t('calendar.lift_span');
    const both = `${format.dayShort('2026-05-13')} – ${format.dayShort('2026-05-14')}`;
    expect(seen.button(`${lift} ${format.dayShort('2026-05-11')}`)).toBe(
      'post /office/calendar/closures/2026-05-11/lifting',
    );
    expect(seen.button(`${lift} ${both}`)).toBe('post /office/calendar/closures/2026-05-13/lifting');
    expect(seen.hidden('until')).toEqual(['2026-05-11', '2026-05-14']);
    expect(seen.buttons(stage.t('calendar.lift_day', { day: '2026-05-14' }))).toEqual([
      'post /office/calendar/closures/2026-05-14/lifting',
    ]);
    expect(seen.buttons(stage.t('calendar.lift_day', { day: '2026-05-11' }))).toEqual([]);
    expect(seen.words).toContain('<script>停电</script>');
  });

  inEachLanguage('with faults have each beside its field, and keep what was typed', (stage) => {
    const typed = { from: '5月40日', nameZh: '停电检修' };
    const form = faultyIn(formView(ClosureForm, stage.translator, { typed }));
    const seen = view(stage, yearPage(stage, {}, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('from')?.value).toBe('5月40日');
    expect(seen.control('nameZh')).toMatchObject({ value: '停电检修', label: stage.t('calendar.close_name_zh') });
  });

  inEachLanguage('that would hit sessions show them first, and are declared all the same', (stage) => {
    const typed = { from: '2026-04-06', until: '2026-04-06', nameZh: '检修' };
    const impact = { seen: 'print', list: affectedList(stage.translator, sessionsHit(1)) };
    const seen = view(stage, yearPage(stage, {}, { impact, form: formView(ClosureForm, stage.translator, { typed }) }));
    expect(seen.textsOf('callout-title')).toContain(stage.t('calendar.foreseen', { count: 1 }));
    expect(seen.words).toContain(lineOf(stage, 0));
    expect(seen.button(stage.t('calendar.close_anyway'))).toBe('post /office/calendar/closures');
    expect(
      seen.main
        .all('button')
        .find((one) => one.attribute('name') === 'seen')
        ?.attribute('value'),
    ).toBe('print');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/calendar?year=2026');
    expect(seen.control('until')?.value).toBe('2026-04-06');
  });
});

describe('sessions on closed days', () => {
  describe.each([1, 8, 10])('%d of them', (count) => {
    inEachLanguage('are listed with a way to move each, those beyond eight behind a fold', (stage) => {
      const seen = view(
        stage,
        yearPage(stage, { days: NOTICE }, { affected: affectedList(stage.translator, sessionsHit(count)) }),
      );
      expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.affected', { count })]);
      expect(seen.words).toContain(lineOf(stage, count - 1));
      expect(seen.links(stage.t('session.move'))).toHaveLength(count);
      expect(seen.link(stage.t('session.move'))).toBe('/office/sessions/s0/move');
      expect(seen.link(stage.t('repair.title'))).toBe('/office/repairs/new');
      expect(seen.words.includes(stage.t('calendar.affected_more', { count: count - 8 }))).toBe(count > 8);
    });
  });

  inEachLanguage('on purpose are named apart, and are no matter for a repair', (stage) => {
    const seen = view(
      stage,
      yearPage(stage, { days: NOTICE }, { meant: affectedList(stage.translator, sessionsHit(2)) }),
    );
    expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.meant', { count: 2 })]);
    expect(seen.link(stage.t('repair.title'))).toBeNull();
  });
});
