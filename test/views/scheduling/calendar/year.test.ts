import { type CalendarPage, noticeState } from '../../../../src/scheduling/calendar/web/calendar.page.js';
import { inEachLanguage, LOOKED_AT, viewOf } from '../../../support/views/rendered-view.js';
import { CLOSURES, HOLIDAY, LOADED, NOTICE, yearPage } from './year-page.js';

const view = viewOf<CalendarPage>('scheduling/calendar/index', { viewer: 'coordinator', path: '/office/calendar' });

describe('a year of which nothing is known', () => {
  inEachLanguage('says so, and leads to a file or to entering it by hand', (stage) => {
    const seen = view(stage, yearPage(stage));
    expect(seen.heading).toBe(stage.t('calendar.title_year', { year: '2026' }));
    expect(seen.textsOf('year-state')).toEqual([stage.t('calendar.state_notPublished')]);
    expect(seen.textsOf('callout-title')).toEqual([stage.t('calendar.not_published', { year: '2026' })]);
    expect(seen.words).toContain(stage.t('calendar.not_published_now'));
    expect(seen.link(stage.t('calendar.load'))).toBe('#notice-file');
    expect(seen.links(stage.t('calendar.by_hand'))).toEqual(Array(2).fill('/office/calendar/notices/2026'));
    expect(seen.words).toContain(stage.t('calendar.notice_none'));
    expect(seen.words).toContain(stage.t('calendar.closures_none'));
    expect(seen.button(stage.t('calendar.load_act'))).toBe('post /office/calendar/differences');
    expect(seen.button(stage.t('calendar.close_act'))).toBe('post /office/calendar/closures');
    expect(seen.hidden('year')).toEqual(['2026']);
    expect(seen.words).not.toContain(stage.t('repair.title'));
  });

  inEachLanguage('names the cohorts that already have sessions in it', (stage) => {
    const toReview = [{ cohort: 'AZ-104-2027-01', text: 'three sessions' }];
    const change = { toReview, toReviewCount: 3, notPublishedText: stage.t('calendar.not_published_ahead') };
    const seen = view(stage, yearPage(stage, { year: 2027 }, change));
    expect(seen.words).toContain(stage.t('calendar.not_published_ahead'));
    expect(seen.words).toContain(stage.t('calendar.look_again', { count: 3 }));
    expect(seen.words).toContain('AZ-104-2027-01 · three sessions');
    expect(seen.link('AZ-104-2027-01')).toBe('/office/cohorts/AZ-104-2027-01/sessions');
  });
});

describe('the picture of a year', () => {
  inEachLanguage('has each day once, today marked, and its neighbours a step away', (stage) => {
    const seen = view(stage, yearPage(stage));
    const days = seen.main.all('td').filter((one) => one.attribute('class') !== null);
    expect(days).toHaveLength(365);
    expect(days.filter((one) => one.attribute('aria-current') === 'date').map(({ text }) => text)).toEqual(['10']);
    expect(seen.main.all('caption')[2]?.text).toBe(stage.translator.format.month('2026-03-01'));
    expect([seen.link('2025'), seen.link('2027')]).toEqual([
      '/office/calendar?year=2025',
      '/office/calendar?year=2027',
    ]);
    expect(seen.link(stage.t('calendar.this_year'))).toBeNull();
    expect(seen.textsOf('year-key')[0]).toContain(stage.t('calendar.key_today'));
  });

  inEachLanguage('of another year leads back to this one, and has no today', (stage) => {
    const seen = view(stage, yearPage(stage, { year: 2028 }));
    expect(seen.main.all('td').filter((one) => one.attribute('class') !== null)).toHaveLength(366);
    expect(seen.link(stage.t('calendar.this_year'))).toBe('/office/calendar');
    expect(seen.textsOf('year-today')).toEqual([]);
  });

  inEachLanguage('says of each special day what it is, in words too', (stage) => {
    const seen = view(stage, yearPage(stage, { days: NOTICE, closures: CLOSURES }));
    const day = (date: string) => seen.main.all('td').filter((one) => one.text.startsWith(`${Number(date.slice(8))} `));
    const said = (kind: string, name: string) =>
      `${stage.t(`calendar.kind_${kind}`)}${stage.t('calendar.named', { name })}`;
    const name = stage.one(HOLIDAY.name, HOLIDAY.nameEn);
    const follows = stage.t('calendar.follows_said', { weekday: stage.t('calendar.weekday.1') });
    const mark = stage.t('calendar.mark_makeUpWorkday');
    expect(day('2026-04-05').map(({ text }) => text)).toEqual([
      `5 ${stage.t('calendar.mark_holiday')}${said('holiday', name)}`,
    ]);
    expect(day('2026-04-11')[0]?.text).toBe(
      `11 ${mark}·${stage.t('calendar.short_weekday.1')}${said('makeUpWorkday', name)} · ${follows}`,
    );
    expect(day('2026-04-11')[1]?.attribute('title')).toBe(said('closure', '<script>停电</script>'));
    expect(day('2026-04-12')[0]?.attribute('class')).toBe('year-makeUpWorkday');
  });
});

describe('a notice', () => {
  inEachLanguage('that is loaded says by whom and when, and lists its days', (stage) => {
    const seen = view(stage, yearPage(stage, { days: NOTICE }));
    const { format } = stage.translator;
    expect(seen.textsOf('year-state')[0]).toContain(stage.t('calendar.state_file'));
    expect(seen.words).toContain(stage.t('calendar.loaded_by', { at: LOOKED_AT, name: '李静' }));
    expect(seen.link(stage.t('calendar.paper_nth', { number: 2 }))).toBe('https://www.gov.cn/b');
    expect(seen.words).not.toContain(stage.t('calendar.not_published', { year: '2026' }));
    expect(seen.link(stage.t('calendar.correct_by_hand'))).toBe('/office/calendar/notices/2026');
    expect(seen.words).toContain(stage.t('calendar.notice_counts', { off: 3, worked: 2 }));
    const [holiday, follows, none] = seen.textsOf('year-line');
    expect(holiday).toContain(`${format.dayShort('2026-04-04')} – ${format.dayShort('2026-04-06')}`);
    expect(holiday).toContain(stage.t('calendar.days', { count: 3 }));
    expect(holiday).toContain(
      `${stage.one(HOLIDAY.name, HOLIDAY.nameEn)} · ${stage.one(HOLIDAY.nameEn, HOLIDAY.name)}`,
    );
    expect(follows).toContain(stage.t('calendar.follows_said', { weekday: stage.t('calendar.weekday.1') }));
    expect(none).toContain('节'.repeat(40));
  });

  inEachLanguage('asks of each make-up workday whose timetable it follows', (stage) => {
    const seen = view(stage, yearPage(stage, { days: NOTICE }));
    const [first, second] = seen.controls('follows');
    expect(first).toMatchObject({ value: '1', label: stage.t('calendar.follows_label', { day: '2026-04-11' }) });
    expect(second).toMatchObject({ value: '', label: stage.t('calendar.follows_label', { day: '2026-04-12' }) });
    expect(second?.options[0]).toBe(stage.t('calendar.follows_none'));
    expect(first?.options).toHaveLength(7);
    const set = `${stage.t('calendar.follows_set')} ${stage.t('calendar.follows_label', { day: '2026-04-12' })}`;
    expect(seen.button(set)).toBe('post /office/calendar/make-up-days/2026-04-12/timetable');
  });

  inEachLanguage('entered by hand and changed since says both', (stage) => {
    const corrected = { correctedAt: LOOKED_AT, correctedBy: '古丽娜尔·买买提' };
    const notice = noticeState(stage.translator, { ...LOADED, ...corrected, source: 'hand', papers: [] });
    const seen = view(stage, yearPage(stage, { days: NOTICE }, { notice }));
    const [said] = seen.textsOf('year-state');
    for (const text of [
      stage.t('calendar.state_hand'),
      stage.t('calendar.entered_by', { at: LOOKED_AT, name: '李静' }),
      stage.t('calendar.corrected_by', { at: LOOKED_AT, name: '古丽娜尔·买买提' }),
    ])
      expect(said).toContain(text);
  });

  inEachLanguage('in a file that was not loaded keeps the reasons', (stage) => {
    const seen = view(stage, yearPage(stage, {}, { fileProblems: [stage.t('refusal.holidayFileMissing')] }));
    expect(seen.words).toContain(`${stage.t('calendar.file_problems')} ${stage.t('refusal.holidayFileMissing')}`);
  });
});
