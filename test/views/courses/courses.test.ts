import { COURSE_SORTS } from '../../../src/courses/data/course-list.js';
import { LEVELS } from '../../../src/courses/domain/levels.js';
import type { CourseListPage } from '../../../src/courses/web/course-list.controller.js';
import { CourseForm } from '../../../src/courses/web/course.form.js';
import type { CourseFormPage } from '../../../src/courses/web/course.page.js';
import type { RetirementPage } from '../../../src/courses/web/course-retirement.controller.js';
import { formView, optionsOf, pagesOf } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';
import { cohortOf, courseRow } from './course-rows.js';

const office = { viewer: 'coordinator', path: '/office/courses' } as const;
const listView = viewOf<CourseListPage>('courses/courses/index', office);
const newView = viewOf<CourseFormPage>('courses/courses/new', office);
const editView = viewOf<CourseFormPage>('courses/courses/edit', office);
const retirementView = viewOf<RetirementPage>('courses/courses/retirement', office);

describe('the list of courses', () => {
  const line: CourseListPage['rows'][number] = {
    code: 'AZ-104',
    titleZh: '长'.repeat(200),
    titleEn: '',
    trackZh: '云计算',
    trackEn: 'Cloud',
    level: 'beginner',
    hours: 6,
    days: 1,
    version: 1,
    cohorts: 0,
    running: 0,
    isRetired: 0,
  };

  function page(stage: Stage, rows: CourseListPage['rows'], change: Partial<CourseListPage> = {}): CourseListPage {
    return {
      q: '',
      tracks: [{ value: 'CLOUD', label: stage.one('云计算', 'Cloud'), selected: false }],
      levels: optionsOf(stage.translator, 'course.level', LEVELS).map((one) => ({ ...one, selected: false })),
      retired: false,
      filtered: false,
      rows,
      total: rows.length,
      pages: pagesOf('/office/courses', { page: 1, size: 50, count: rows.length }),
      sorts: COURSE_SORTS.map((sort) => ({
        label: stage.t(`course.sort_${sort}`),
        href: `/office/courses?sort=${sort}`,
        current: sort === 'code',
      })),
      ...change,
    };
  }

  inEachLanguage('that is empty links to the first one', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.words).toContain(stage.t('course.none'));
    expect(seen.links(stage.t('course.new'))).toEqual(['/office/courses/new', '/office/courses/new']);
  });

  inEachLanguage('filtered without result links to all, and keeps its filters', (stage) => {
    const seen = listView(stage, page(stage, [], { filtered: true, q: 'x', retired: true }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/courses', '/office/courses']);
    expect([seen.control('q')?.value, seen.control('retired')?.isChosen]).toEqual(['x', true]);
  });

  inEachLanguage('shows a one-day course without cohorts and a retired one with every value', (stage) => {
    const full = { ...line, code: 'OLD', titleEn: '<script>', level: 'advanced', hours: 1001, days: 200, version: 12 };
    const rows = [line, { ...full, cohorts: 1001, running: 1, isRetired: 1 }];
    const seen = listView(stage, page(stage, rows));
    const track = stage.one('云计算', 'Cloud');
    expect(seen.heading).toBe(stage.t('course.list_title'));
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual(
      ['course.name', 'course.track', 'course.level', 'course.length', 'course.cohorts', 'list.actions'].map((head) =>
        stage.t(head),
      ),
    );
    expect(seen.rows.map((cells) => cells.slice(0, 5))).toEqual([
      [
        `${line.titleZh} AZ-104 · ${stage.t('course.version', { number: 1 })}`,
        track,
        stage.t('course.level.beginner'),
        stage.one('1 天，6 学时', '1 day, 6 hours'),
        '0',
      ],
      [
        `${stage.one(line.titleZh, '<script>')} OLD · ${stage.t('course.version', { number: 12 })}` +
          ` ${stage.t('course.state_retired')}`,
        track,
        stage.t('course.level.advanced'),
        stage.t('course.length_value', { count: 200, hours: 1001 }),
        `1,001 ${stage.t('course.running_count', { count: 1 })}`,
      ],
    ]);
    expect(seen.links(stage.t('course.plan_cohort'))).toEqual(['/office/cohorts/new?course=AZ-104']);
    expect(seen.links(stage.t('course.edit'))).toEqual(['/office/courses/AZ-104/edit', '/office/courses/OLD/edit']);
  });

  inEachLanguage('can be sorted by another column, and shows which', (stage) => {
    const seen = listView(stage, page(stage, [line]));
    expect(COURSE_SORTS.map((sort) => seen.link(stage.t(`course.sort_${sort}`)))).toEqual(
      COURSE_SORTS.map((sort) => (sort === 'code' ? null : `/office/courses?sort=${sort}`)),
    );
    expect(seen.words).toContain(stage.t('course.count', { count: 1 }));
  });
});

const LABELS = {
  code: 'code',
  titleZh: 'title_zh',
  titleEn: 'title_en',
  trackId: 'track',
  level: 'level',
  days: 'days',
  hours: 'hours',
  summaryZh: 'summary_zh',
  summaryEn: 'summary_en',
  outcomesZh: 'outcomes_zh',
  outcomesEn: 'outcomes_en',
  syllabusZh: 'syllabus_zh',
  syllabusEn: 'syllabus_en',
  leadsTo: 'leads_to',
  achievementCode: 'achievement_code',
  achievementZh: 'achievement_zh',
  achievementEn: 'achievement_en',
  criteriaZh: 'criteria_zh',
  criteriaEn: 'criteria_en',
  validMonths: 'valid_months',
};

describe('the form of a course', () => {
  function page(stage: Stage, change: Partial<CourseFormPage> = {}): CourseFormPage {
    const choice = [{ value: '1', label: '云 · A' }];
    const options = { trackId: choice, prerequisiteIds: choice, leadsTo: choice, level: LEVELS.map(levelIn(stage)) };
    const typed = {
      code: 'AZ-104',
      titleZh: '长'.repeat(200),
      level: 'advanced',
      leadsTo: '1',
      prerequisiteIds: ['1'],
    };
    return {
      form: formView(CourseForm, stage.translator, { typed, options }),
      course: null,
      hasTracks: true,
      ...change,
    };
  }
  const levelIn = (stage: Stage) => (value: string) => ({ value, label: stage.t(`course.level.${value}`) });
  const known = { code: 'AZ-104', version: 2, isFrozen: false, cohorts: 0 };

  inEachLanguage('is not offered before there is a track', (stage) => {
    const seen = newView(stage, page(stage, { hasTracks: false }));
    expect(seen.words).toContain(stage.t('course.needs_track'));
    expect(seen.link(stage.t('track.new'))).toBe('/office/tracks/new');
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('that is new keeps what was typed, and has each fault beside its field', (stage) => {
    const seen = newView(stage, page(stage));
    expect(seen.heading).toBe(stage.t('course.new_title'));
    expect(seen.button(stage.t('course.act_new'))).toBe('post /office/courses');
    expect(seen.control('level')?.value).toBe('advanced');
    expect(seen.control('prerequisiteIds')?.isChosen).toBe(true);
    expect(seen.control('leadsTo')?.options).toEqual([stage.t('course.leads_to_none'), '云 · A']);
    for (const [name, key] of Object.entries(LABELS)) {
      const label = stage.t(`course.${key}`);
      const { label: said = '' } = seen.control(name) ?? {};
      expect([label, `${label} ${stage.t('form.optional')}`]).toContain(said);
    }
    const form = faultyIn(page(stage).form);
    const failed = newView(stage, page(stage, { form }));
    expect(failed.faults).toEqual(faultsOn(form));
    expect(failed.control('titleZh')?.value).toBe('长'.repeat(200));
  });

  inEachLanguage('without achievements says that there are none to require', (stage) => {
    const { form } = page(stage);
    const seen = newView(
      stage,
      page(stage, { form: { ...form, prerequisiteIds: { ...form.prerequisiteIds, options: [] } } }),
    );
    expect(seen.words).toContain(stage.t('course.no_achievements'));
    expect(seen.controls('prerequisiteIds')).toEqual([]);
  });

  inEachLanguage('of an existing one is saved under its code before the change', (stage) => {
    const seen = editView(stage, page(stage, { course: known }));
    expect(seen.heading).toBe(stage.t('course.edit_title', { code: 'AZ-104' }));
    expect(seen.button(stage.t('course.act_save'))).toBe('post /office/courses/AZ-104');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/courses/AZ-104');
    expect(seen.words).not.toContain(stage.t('course.edit_frozen', { version: 2 }));
  });

  describe.each([1, 1001])('of a version that %s published cohorts use', (cohorts) => {
    inEachLanguage('says whether a change makes the next one', (stage) => {
      const seen = editView(stage, page(stage, { course: { ...known, isFrozen: true, cohorts } }));
      expect(seen.words).toContain(stage.t('course.edit_frozen', { version: 2 }));
      expect(seen.words).toContain(stage.t('course.edit_frozen_text', { count: cohorts }));
    });
  });
});

describe('the retirement of a course', () => {
  inEachLanguage('without cohorts explains its effect before it is done', (stage) => {
    const seen = retirementView(stage, { course: courseRow(), running: [], drafts: 0, seated: 0 });
    expect(seen.heading).toBe(stage.t('course.retire_title', { code: 'AZ-104' }));
    expect(seen.main.all('li').map(({ text }) => text)).toEqual(
      ['leaves', 'keeps', 'back'].map((what) => stage.t(`course.retire_${what}`)),
    );
    expect(seen.button(stage.t('course.retire_act'))).toBe('post /office/courses/AZ-104/retirement');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/courses/AZ-104');
  });

  inEachLanguage('lists the cohorts that continue, and counts drafts', (stage) => {
    const running = [cohortOf(), cohortOf({ code: 'AZ-104-2' })];
    const seen = retirementView(stage, { course: courseRow(), running, drafts: 1, seated: 1001 });
    expect(seen.words).toContain(stage.t('course.retire_running', { count: 2, seated: 1001 }));
    expect(seen.words).toContain(stage.t('course.retire_drafts', { count: 1 }));
    expect(running.map(({ code }) => seen.link(code))).toEqual(running.map(({ code }) => `/office/cohorts/${code}`));
  });
});
