import { formView } from '../../../../src/platform/index.js';
import type { NoticePreview } from '../../../../src/scheduling/calendar/data/notices.js';
import { differenceOf } from '../../../../src/scheduling/calendar/domain/notice-difference.js';
import { HolidayForm, MakeUpDayForm } from '../../../../src/scheduling/calendar/web/calendar.form.js';
import { type HandPage, noticeState } from '../../../../src/scheduling/calendar/web/calendar.page.js';
import { listedSpans, weekdayOptions } from '../../../../src/scheduling/calendar/web/calendar-details.page.js';
import { type DifferencePage, differenceView } from '../../../../src/scheduling/calendar/web/notice-difference.page.js';
import type { NoticedDay } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { HOLIDAY, LOADED, NOTICE, sessionsHit } from './year-page.js';

const office = { viewer: 'coordinator', path: '/office/calendar' } as const;
const differencePageView = viewOf<DifferencePage>('scheduling/calendar/difference', office);
const handView = viewOf<HandPage>('scheduling/calendar/by-hand', office);

describe('what a file would change', () => {
  interface Compared {
    readonly before?: readonly NoticedDay[];
    readonly after?: readonly NoticedDay[];
    readonly problems?: readonly string[];
  }

  function page(
    { translator }: Stage,
    { before = [], after = [], problems = [] }: Compared,
    change: Partial<NoticePreview> = {},
  ): DifferencePage {
    const preview = {
      ...differenceOf(before, after),
      ...{ year: 2026, days: after, elsewhere: [], nothingChanges: false, closing: [], fingerprint: 'print' },
      ...change,
    };
    const standing = { year: 2026, origin: null, days: before };
    return differenceView(translator, { preview, standing, text: '{"year":2026,"name":"<b>"}', problems });
  }
  const moved: readonly NoticedDay[] = [
    { kind: 'holiday', date: '2026-04-04', name: '清明节', nameEn: null },
    { kind: 'holiday', date: '2026-05-01', name: '劳动节', nameEn: 'Labour Day' },
  ];
  const stat = (stage: Stage, count: number) => stage.t('calendar.days', { count });

  inEachLanguage('is counted and listed by what becomes of each day, and loaded by a button', (stage) => {
    const seen = differencePageView(stage, page(stage, { before: NOTICE, after: moved }));
    expect(seen.heading).toBe(stage.t('calendar.difference_title', { year: '2026' }));
    expect(seen.words).toContain(stage.t('calendar.difference_lead'));
    expect(seen.textsOf('stat-value')).toEqual([stat(stage, 1), stat(stage, 1), stat(stage, 4), '0']);
    expect(seen.sections).toEqual(
      ['added', 'changed', 'removed'].map((what) => stage.t(`calendar.difference_${what}`)),
    );
    const lists = seen.textsOf('year-list');
    expect(lists[0]).toContain(stage.one('劳动节', 'Labour Day'));
    expect(lists[1]).toMatch(new RegExp(`Tomb-Sweeping Day.*${stage.t('calendar.difference_to')}.*清明节`));
    expect(lists[2]).toContain('节'.repeat(40));
    expect(seen.words).toContain(stage.t('calendar.difference_closing_none'));
    expect(seen.button(stage.t('calendar.difference_act', { year: '2026' }))).toBe('post /office/calendar/notices');
    expect(seen.hidden('notice')).toEqual(['{"year":2026,"name":"<b>"}']);
    expect(seen.hidden('seen')).toEqual(['print']);
    expect(seen.link(stage.t('calendar.difference_cancel'))).toBe('/office/calendar?year=2026');
  });

  inEachLanguage('that is first known has nothing to change or remove', (stage) => {
    const seen = differencePageView(stage, page(stage, { after: NOTICE }));
    expect(seen.sections).toEqual([stage.t('calendar.difference_added')]);
    expect(seen.textsOf('stat-value')).toEqual([stat(stage, 5), stat(stage, 0), stat(stage, 0), '0']);
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('names the sessions on days that would close', (stage) => {
    const seen = differencePageView(stage, page(stage, { after: NOTICE }, { closing: sessionsHit(9) }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.difference_closing_heading', { count: 9 })]);
    expect(seen.textsOf('stat-value')[3]).toBe('9');
    expect(seen.words).toContain(stage.t('calendar.affected_more', { count: 1 }));
    expect(seen.links(stage.t('session.move'))).toHaveLength(9);
    expect(seen.words).not.toContain(stage.t('calendar.difference_closing_none'));
  });

  inEachLanguage('leaves days to the notice of another year that knows them', (stage) => {
    const seen = differencePageView(stage, page(stage, { after: NOTICE }, { elsewhere: moved }));
    const days = moved.map(({ date }) => stage.translator.format.day(date)).join(stage.one('、', ', '));
    expect(seen.words).toContain(stage.t('calendar.difference_elsewhere', { days }));
  });

  inEachLanguage('is nothing: there is nothing to load', (stage) => {
    const same = { before: NOTICE, after: NOTICE };
    const seen = differencePageView(stage, page(stage, same, { nothingChanges: true }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.difference_none')]);
    expect(seen.words).not.toContain(stage.t('calendar.difference_lead'));
    expect(seen.requests).toEqual([]);
    expect(seen.links(stage.t('calendar.hand_back', { year: '2026' }))).toHaveLength(2);
  });

  inEachLanguage('is only where the days come from', (stage) => {
    const seen = differencePageView(stage, page(stage, { before: NOTICE, after: NOTICE }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.difference_only_origin')]);
    expect(seen.requests).toEqual(['post /office/calendar/notices']);
  });

  inEachLanguage('by a file without days removes all that stands, and warns', (stage) => {
    const seen = differencePageView(stage, page(stage, { before: NOTICE }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.difference_empty', { year: '2026' })]);
    expect(seen.words).toContain(stage.t('calendar.difference_empty_text', { year: '2026', count: 5 }));
  });

  inEachLanguage('that was not loaded because more had changed says why', (stage) => {
    const said = stage.t('refusal.noticeChangedMeanwhile', { year: '2026' });
    const seen = differencePageView(stage, page(stage, { after: NOTICE, problems: [said] }));
    expect(seen.words).toContain(`${stage.t('calendar.file_problems')} ${said}`);
  });
});

describe('a notice by hand', () => {
  function page({ translator }: Stage, days: readonly NoticedDay[], change: Partial<HandPage> = {}): HandPage {
    const notice = noticeState(translator, days.length > 0 ? { ...LOADED, source: 'hand', papers: [] } : null);
    const options = { follows: weekdayOptions(translator, null) };
    return {
      heading: translator.t(notice.published ? 'calendar.hand_title_correct' : 'calendar.hand_title', { year: '2026' }),
      year: 2026,
      notice,
      holidays: listedSpans(translator, days),
      holidayForm: formView(HolidayForm, translator),
      makeUpForm: formView(MakeUpDayForm, translator, { options }),
      ...change,
    };
  }

  inEachLanguage('that is new has two empty forms', (stage) => {
    const seen = handView(stage, page(stage, []));
    expect(seen.heading).toBe(stage.t('calendar.hand_title', { year: '2026' }));
    expect(seen.textsOf('year-state')).toEqual([stage.t('calendar.state_notPublished')]);
    expect(seen.words).toContain(stage.t('calendar.notice_none'));
    expect(seen.button(stage.t('calendar.hand_holiday_act'))).toBe('post /office/calendar/notices/2026/holidays');
    expect(seen.button(stage.t('calendar.hand_make_up_act'))).toBe('post /office/calendar/notices/2026/make-up-days');
    expect(seen.control('follows')?.options).toHaveLength(8);
    expect(seen.link(stage.t('calendar.hand_back', { year: '2026' }))).toBe('/office/calendar?year=2026');
  });

  inEachLanguage('lists what stands, to be removed whole or day by day', (stage) => {
    const seen = handView(stage, page(stage, NOTICE));
    const { format } = stage.translator;
    const remove = stage.t('calendar.hand_remove');
    const at = '/office/calendar/notices/2026';
    const span = `${format.dayShort('2026-04-04')} – ${format.dayShort('2026-04-06')}`;
    expect(seen.heading).toBe(stage.t('calendar.hand_title_correct', { year: '2026' }));
    expect(seen.textsOf('year-line')[0]).toContain(stage.one(HOLIDAY.name, HOLIDAY.nameEn));
    expect(seen.button(`${remove} ${span}`)).toBe(`post ${at}/holidays/2026-04-04/removal`);
    expect(seen.hidden('until')).toEqual(['2026-04-06', '2026-04-11', '2026-04-12']);
    expect(seen.button(`${remove} ${format.dayShort('2026-04-11')}`)).toBe(
      `post ${at}/make-up-days/2026-04-11/removal`,
    );
    expect(seen.button(stage.t('calendar.hand_remove_day', { day: '2026-04-05' }))).toBe(
      `post ${at}/holidays/2026-04-05/removal`,
    );
    expect(seen.main.all('summary').map(({ text }) => text)).toEqual([stage.t('calendar.hand_remove_days')]);
  });

  inEachLanguage('with faults has each beside its field, and keeps what was typed', (stage) => {
    const typed = { from: '5月40日', nameZh: '<i>节</i>' };
    const holidayForm = faultyIn(formView(HolidayForm, stage.translator, { typed }));
    const seen = handView(stage, page(stage, [], { holidayForm }));
    expect(seen.faults).toEqual(faultsOn(holidayForm));
    expect(seen.control('from')?.value).toBe('5月40日');
    expect(seen.control('nameZh')?.value).toBe('<i>节</i>');
    const makeUpForm = faultyIn(page(stage, []).makeUpForm);
    expect(handView(stage, page(stage, [], { makeUpForm })).faults).toEqual(faultsOn(makeUpForm));
  });
});
