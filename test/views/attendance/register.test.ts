import type { RegisterLine } from '../../../src/attendance/data/register.js';
import type { RegisterPage } from '../../../src/attendance/web/register.controller.js';
import { lineViews, shownLines, typedRegister } from '../../../src/attendance/web/register.form.js';
import { instantOf } from '../../../src/platform/index.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<RegisterPage>('attendance/register/edit', { viewer: 'instructor', path: '/sessions/s1/register' });

const session: RegisterPage['session'] = {
  id: 's1',
  number: 12,
  startsAt: instantOf('2026-12-31', '19:00'),
  endsAt: instantOf('2026-12-31', '22:00'),
  state: 'planned',
  cohortId: 'c1',
  cohort: 'AZ-104-2026-12',
  cohortState: 'confirmed',
  titleZh: 'Azure 管理员',
  titleEn: 'Azure administrator',
  roomZh: null,
  roomEn: null,
  instructorName: '王海涛',
  instructorIds: [],
};

function line(change: Partial<RegisterLine> = {}): RegisterLine {
  return {
    enrolmentId: 'e1',
    name: '陈晨',
    latinName: null,
    workplace: null,
    mark: null,
    reason: null,
    markedAt: null,
    markedByName: null,
    ...change,
  };
}

function page(stage: Stage, lines: readonly RegisterLine[], change: Partial<RegisterPage> = {}): RegisterPage {
  const of = (mark: string | null) => lines.filter((one) => one.mark === mark).length;
  return {
    session,
    seen: shownLines(lines),
    lines: lineViews(lines, null, stage.context()),
    reasons: [],
    problems: [],
    counts: {
      present: of('present'),
      late: of('late'),
      excused: of('excused'),
      absent: of('absent'),
      unmarked: of(null),
    },
    earlier: [],
    backHref: '/teaching',
    backText: stage.t('register.back_teaching'),
    resultsHref: '/teaching/cohorts/AZ-104-2026-12/results',
    ...change,
  };
}

const SAVE = 'post /sessions/s1/register';

describe('a register', () => {
  inEachLanguage('shows the session, its hours at the end of the year and its links', (stage) => {
    const seen = view(stage, page(stage, [line()]));
    expect(seen.heading).toBe(stage.one('Azure 管理员', 'Azure administrator'));
    expect(seen.words).toContain(stage.t('register.title_of', { cohort: 'AZ-104-2026-12', n: 12 }));
    expect(seen.words).toContain(stage.t('register.when', { date: session.startsAt, ends: session.endsAt }));
    expect(seen.link(stage.t('register.back_teaching'))).toBe('/teaching');
    expect(seen.link(stage.t('register.results'))).toBe('/teaching/cohorts/AZ-104-2026-12/results');
  });

  describe.each([
    [null, null, '王海涛', ['王海涛']],
    ['机房', 'Lab', '王海涛', ['Lab 王海涛']],
    ['机房', '', null, ['机房']],
    [null, null, null, []],
  ])('in the room %s (%s) with %s', (roomZh, roomEn, instructorName, said) => {
    inEachLanguage('shows the place and the instructors, as far as they are known', (stage) => {
      const seen = view(stage, page(stage, [line()], { session: { ...session, roomZh, roomEn, instructorName } }));
      expect(seen.textsOf('meta')).toEqual(said.map((text) => stage.one(text.replace('Lab', '机房'), text)));
    });
  });

  inEachLanguage('of a course without an English title shows the Chinese one', (stage) => {
    const seen = view(stage, page(stage, [line()], { session: { ...session, titleEn: '' } }));
    expect(seen.heading).toBe('Azure 管理员');
  });

  inEachLanguage('with nobody marked has four marks for each person and a button for the rest', (stage) => {
    const seen = view(stage, page(stage, [line(), line({ enrolmentId: 'e2', name: '李娜', workplace: '齐鲁软件' })]));
    expect(seen.controls('mark-e2').map(({ label, isChosen }) => [label, isChosen])).toEqual(
      ['present', 'late', 'excused', 'absent'].map((mark) => [stage.t(`register.mark_${mark}`), false]),
    );
    expect(seen.control('reason-e2')?.label).toBe(stage.t('register.reason_of', { person: '李娜' }));
    expect(seen.words).toContain('李娜 齐鲁软件');
    expect(seen.words).toContain(stage.t('register.unmarked', { count: 2 }));
    expect(seen.button(stage.t('register.save'))).toBe(SAVE);
    expect(seen.button(stage.t('register.rest_present'))).toBe(SAVE);
  });

  inEachLanguage('with everybody marked shows each mark, counts them, and has no button for the rest', (stage) => {
    const marks = (['present', 'late', 'excused', 'absent'] as const).map((mark) =>
      line({ enrolmentId: mark, mark, reason: mark === 'excused' ? '病假' : null, markedAt: LOOKED_AT }),
    );
    const seen = view(stage, page(stage, marks));
    for (const { enrolmentId } of marks)
      expect(seen.controls(`mark-${enrolmentId}`).find(({ isChosen }) => isChosen)?.value).toBe(enrolmentId);
    expect(seen.control('reason-excused')?.value).toBe('病假');
    expect(seen.words).toContain(stage.t('register.counts', { present: 1, late: 1, excused: 1, absent: 1 }));
    expect(seen.textsOf('register-open')).toEqual([]);
    expect(seen.button(stage.t('register.rest_present'))).toBeNull();
  });

  inEachLanguage('that is not open gives the reason and has no button', (stage) => {
    const seen = view(stage, page(stage, [line()], { reasons: ['It has not begun'] }));
    expect(seen.words).toContain(`${stage.t('register.cannot_mark')} It has not begun`);
    expect(seen.button(stage.t('register.save'))).toBeNull();
    expect(seen.button(stage.t('register.rest_present'))).toBeNull();
    const controls = [...seen.controls('mark-e1'), ...seen.controls('reason-e1')];
    expect(controls.map(({ isDisabled }) => isDisabled)).toEqual([true, true, true, true, true]);
  });

  inEachLanguage('that is open lets marks and reasons be changed', (stage) => {
    const seen = view(stage, page(stage, [line()]));
    const controls = [...seen.controls('mark-e1'), ...seen.controls('reason-e1')];
    expect(controls.map(({ isDisabled }) => isDisabled)).toEqual([false, false, false, false, false]);
  });

  inEachLanguage('without people gives the reason and has no form', (stage) => {
    const seen = view(stage, page(stage, [], { reasons: ['Nobody is expected'] }));
    expect(seen.words).toContain('Nobody is expected');
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('with too long a reason keeps mark and reason, with the fault beside it', (stage) => {
    const lines = [line()];
    const typed = typedRegister({ 'mark-e1': 'excused', 'reason-e1': '长'.repeat(1001) }, lines);
    const [problem] = typed.problems;
    const text = stage.t(problem!.key, problem!.values);
    const problems = [{ text, href: `#${problem!.field}` }];
    const seen = view(stage, page(stage, lines, { lines: lineViews(lines, typed, stage.context()), problems }));
    expect(seen.faults).toEqual({ 'reason-e1': text });
    expect(seen.link(text)).toBe('#reason-e1');
    expect(seen.control('reason-e1')?.value).toHaveLength(1001);
    expect(seen.controls('mark-e1').find(({ isChosen }) => isChosen)?.value).toBe('excused');
  });

  inEachLanguage('changed on the page and meanwhile by somebody else shows both marks, who and when', (stage) => {
    const markedAt = instantOf('2026-12-31', '23:59');
    const now = line({ mark: 'absent', reason: '病假', markedAt, markedByName: '李静' });
    const typed = typedRegister({ 'mark-e1': 'present', 'reason-e1': '', seen: shownLines([line()]) }, [now]);
    const seen = view(stage, page(stage, [now], { lines: lineViews([now], typed, stage.context()) }));
    const absent = stage.t('register.mark_and_reason', { mark: stage.t('register.mark_absent'), reason: '病假' });
    const values = { now: absent, by: '李静', at: markedAt, typed: stage.t('register.mark_present') };
    expect(seen.faults).toEqual({ 'reason-e1': stage.t('register.changed_meanwhile', values) });
    expect(seen.controls('mark-e1').find(({ isChosen }) => isChosen)?.value).toBe('present');
    const hidden = seen.main.all('input').find((one) => one.attribute('name') === 'seen');
    expect(hidden?.attribute('value')).toBe(shownLines([now]));
  });

  inEachLanguage('changed meanwhile in a line that was not changed on the page shows the mark of now', (stage) => {
    const [was, now] = [line({ mark: 'late' }), line({ mark: 'absent', reason: '病假' })];
    const typed = typedRegister({ 'mark-e1': 'late', 'reason-e1': '', seen: shownLines([was]) }, [now]);
    const seen = view(stage, page(stage, [now], { lines: lineViews([now], typed, stage.context()) }));
    expect(seen.faults).toEqual({});
    expect(seen.controls('mark-e1').find(({ isChosen }) => isChosen)?.value).toBe('absent');
    expect(seen.control('reason-e1')?.value).toBe('病假');
  });

  inEachLanguage('shows replaced marks: what, by whom and when', (stage) => {
    const [markedAt, supersededAt] = [instantOf('2026-12-31', '23:59'), instantOf('2027-01-01', '00:01')];
    const markText = stage.t('register.mark_absent');
    const one = { ...line(), mark: 'absent' as const, markText, markedAt, markedByName: '李静', supersededAt };
    const seen = view(stage, page(stage, [line()], { earlier: [one, { ...one, reason: '睡过头' }] }));
    const { moment } = stage.translator.format;
    expect(seen.words).toContain(`${stage.t('register.earlier')} ${stage.t('register.earlier_text')}`);
    expect(seen.rows).toEqual([
      ['陈晨', markText, `李静${moment(markedAt)}`, moment(supersededAt)],
      ['陈晨', `${markText} 睡过头`, `李静${moment(markedAt)}`, moment(supersededAt)],
    ]);
  });

  inEachLanguage('without replaced marks does not mention them', (stage) => {
    expect(view(stage, page(stage, [line()])).sections).toEqual([]);
  });
});
