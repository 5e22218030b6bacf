import { type CourseShowPage } from '../../../src/courses/web/course.page.js';
import { inEachLanguage, LOOKED_AT, viewOf } from '../../support/views/rendered-view.js';
import { cohortOf, courseRow, versionRow } from './course-rows.js';

const path = '/office/courses/AZ-104';
const view = viewOf<CourseShowPage>('courses/courses/show', { viewer: 'coordinator', path });

function page(change: Partial<CourseShowPage> = {}): CourseShowPage {
  return {
    course: courseRow(),
    state: null,
    current: versionRow(),
    earlier: [],
    prerequisites: [],
    cohorts: [],
    ...change,
  };
}

const ACHIEVEMENT = {
  achievementId: 'a1',
  achievementCode: 'CLOUD-ADMIN',
  achievementZh: '云管理员',
  achievementEn: 'Cloud administrator',
};

describe('a course', () => {
  inEachLanguage('with required values only says so, and links to all available actions', (stage) => {
    const seen = view(stage, page());
    expect(seen.facts).toEqual({
      [stage.t('course.track')]: stage.one('云计算', 'Cloud'),
      [stage.t('course.level')]: stage.t('course.level.beginner'),
      [stage.t('course.length')]: stage.one('1 天，6 学时', '1 day, 6 hours'),
      [stage.t('course.prerequisites')]: stage.t('course.asks_nothing'),
      [stage.t('course.leads_to')]: stage.t('course.leads_nowhere'),
    });
    expect(seen.sections).toEqual([
      stage.t('course.current_version', { number: 1 }),
      stage.t('course.outcomes'),
      stage.t('course.syllabus'),
      stage.t('course.cohorts'),
    ]);
    expect(seen.words).toContain(stage.t('course.no_outcomes'));
    expect(seen.words).toContain(stage.t('course.not_frozen'));
    expect(seen.words).toContain(stage.t('course.no_cohorts'));
    const plan = '/office/cohorts/new?course=AZ-104';
    expect(seen.links(stage.t('course.plan_cohort'))).toEqual([plan, plan]);
    expect(seen.link(stage.t('course.public_page'))).toBe('/courses/AZ-104');
    expect(seen.link(stage.t('course.edit'))).toBe('/office/courses/AZ-104/edit');
    expect(seen.link(stage.t('course.retire'))).toBe('/office/courses/AZ-104/retirement');
  });

  inEachLanguage('shows what it requires and leads to', (stage) => {
    const [first, second] = [
      { achievementId: 'a2', code: 'A', nameZh: '甲', nameEn: 'First' },
      { achievementId: 'a3', code: 'B', nameZh: '乙', nameEn: '' },
    ];
    const seen = view(stage, page({ course: courseRow(ACHIEVEMENT), prerequisites: [first, second] }));
    expect(seen.textsOf('chip')).toEqual([stage.one('甲', 'First'), '乙']);
    expect(seen.facts[stage.t('course.leads_to')]).toBe(
      `${stage.one('云管理员', 'Cloud administrator')} · CLOUD-ADMIN`,
    );
  });

  describe.each([
    [{}, '长期有效', 'No expiry'],
    [{ validMonths: 1 }, '1 个月', '1 month'],
    [{ validMonths: 36 }, '36 个月', '36 months'],
    [{ validUntil: '2027-12-31' }, '到 2027年12月31日', 'Until 31 December 2027'],
  ])('whose certificates are valid for %j', (validity, zh, en) => {
    inEachLanguage('says how long', (stage) => {
      const seen = view(stage, page({ course: courseRow({ ...ACHIEVEMENT, ...validity }) }));
      expect(seen.facts[stage.t('course.validity')]).toBe(stage.one(zh, en));
    });
  });

  inEachLanguage('shows its contents line by line, in the other language if one is missing', (stage) => {
    const current = versionRow({
      frozenAt: LOOKED_AT,
      outcomesZh: '会 <b>\n能',
      syllabusZh: '一',
      syllabusEn: 'One\nTwo',
    });
    const seen = view(stage, page({ current }));
    expect(seen.words).toContain(stage.t('course.frozen_since', { at: LOOKED_AT }));
    expect(seen.main.all('li').map(({ text }) => text)).toEqual([
      '会 <b>',
      '能',
      ...stage.one('一', 'One,Two').split(','),
    ]);
    expect(seen.words).not.toContain(stage.t('course.no_outcomes'));
  });

  inEachLanguage('lists its cohorts and earlier versions', (stage) => {
    const earlier = [versionRow({ id: 'v0', number: 1, cohorts: 1 })];
    const cohorts = [cohortOf(), cohortOf({ code: 'AZ-104-2', phase: 'draft', seated: 1001 })];
    const seen = view(stage, page({ current: versionRow({ number: 2 }), earlier, cohorts }));
    const { dayShort } = stage.translator.format;
    const dates = `${dayShort('2026-12-31')} – ${dayShort('2027-01-01')}`;
    expect(seen.rows).toEqual([
      ['AZ-104-1', dates, '0 / 1,001', stage.t('cohort.state_confirmed')],
      ['AZ-104-2', dates, '1,001 / 1,001', stage.t('cohort.state_draft')],
    ]);
    expect(seen.sections).toContain(stage.t('course.earlier'));
    expect(seen.link('AZ-104-2')).toBe('/office/cohorts/AZ-104-2');
    expect(seen.main.all('summary').map(({ text }) => text)).toEqual([
      `${stage.t('course.version', { number: 1 })} ${stage.one('Azure 管理员', 'Azure administrator')} ` +
        `${stage.t('course.version_line', { hours: 6, count: 1 })} · ${stage.t('course.made_at', { at: LOOKED_AT })}`,
    ]);
  });

  inEachLanguage('that is retired shows since when, can be restored, and takes no new cohort', (stage) => {
    const seen = view(stage, page({ course: courseRow({ retiredAt: LOOKED_AT }), state: 'retired', current: null }));
    expect(seen.heading).toContain(stage.t('course.state_retired'));
    expect(seen.words).toContain(stage.t('course.is_retired_text', { at: LOOKED_AT }));
    expect(seen.requests).toEqual(['post /office/courses/AZ-104/return']);
    expect(seen.links(stage.t('course.plan_cohort'))).toEqual([]);
    expect(seen.link(stage.t('course.retire'))).toBeNull();
    expect(seen.link(stage.t('course.public_page'))).toBeNull();
  });
});
