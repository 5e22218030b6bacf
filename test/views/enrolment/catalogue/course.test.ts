import { instantOf } from '../../../../src/platform/index.js';
import type { PublicCohortRow } from '../../../../src/enrolment/data/catalogue.js';
import { cohortLine, type CoursePage } from '../../../../src/enrolment/web/catalogue.page.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const view = viewOf<CoursePage>('enrolment/catalogue/course', { path: '/courses/AZ-104' });

function cohort(change: Partial<PublicCohortRow> = {}): PublicCohortRow {
  return {
    code: 'AZ-104-2026-12',
    state: 'tentative',
    delivery: 'onsite',
    startsOn: '2026-12-28',
    endsOn: '2027-01-05',
    capacity: 20,
    taken: 19,
    waiting: 0,
    windowOpensAt: instantOf('2026-03-01', '08:00'),
    windowClosesAt: instantOf('2026-12-20', '18:00'),
    ...change,
  };
}

function page(stage: Stage, change: Partial<CoursePage> = {}, cohorts: readonly PublicCohortRow[] = []): CoursePage {
  return {
    course: {
      id: 'k1',
      code: 'AZ-104',
      titleZh: 'Azure 管理员',
      titleEn: 'Azure administrator',
      summaryZh: '管理云资源。',
      summaryEn: 'Run cloud resources.',
      trackCode: 'CLOUD/1',
      trackZh: '云计算',
      trackEn: 'Cloud',
      level: 'beginner',
      days: 1,
      hours: 8,
      outcomesZh: '',
      outcomesEn: '',
      syllabusZh: '',
      syllabusEn: '',
      achievementZh: null,
      achievementEn: null,
      validMonths: null,
      validUntil: null,
    },
    prerequisites: [],
    outcomes: [],
    syllabus: [],
    levelWord: stage.t('catalogue.level.beginner'),
    cohorts: cohorts.map((one) => cohortLine(one, stage.translator, LOOKED_AT)),
    ...change,
  };
}

describe("a course's page", () => {
  inEachLanguage('without cohorts, outcomes or an achievement shows only that no cohort is planned', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.heading).toBe(stage.one('Azure 管理员', 'Azure administrator'));
    expect(seen.words).toContain(stage.t('course_page.no_cohort'));
    expect(seen.sections).toEqual([stage.t('course_page.cohorts'), stage.t('course_page.facts')]);
    expect(seen.link(stage.one('云计算', 'Cloud'))).toBe('/courses?track=CLOUD%2F1');
    expect(Object.keys(seen.facts)).toEqual(
      ['catalogue.track', 'catalogue.level', 'course_page.length'].map((key) => stage.t(key)),
    );
  });

  const seats: [string, Partial<PublicCohortRow>, string, number][] = [
    ['a free seat', {}, 'catalogue.seats_left', 1],
    ['a free seat that somebody waits for', { waiting: 2 }, 'catalogue.full_waiting', 2],
    ['no seat and nobody waiting', { taken: 20 }, 'catalogue.full', 0],
  ];
  describe.each(seats)('with a cohort that has %s', (_, change, key, count) => {
    inEachLanguage('shows that next to its dates', (stage) => {
      const seen = view(stage, page(stage, {}, [cohort(change)]));
      const days = stage.t('course_page.from_to', { from: '2026-12-28', to: '2027-01-05' });
      expect(seen.link(days)).toBe('/cohorts/AZ-104-2026-12');
      expect(seen.textsOf('seats-text')).toEqual([stage.t(key, { count })]);
    });
  });

  const windows: [string, Partial<PublicCohortRow>, string][] = [
    ['has not opened', { windowOpensAt: instantOf('2026-12-01', '08:00') }, 'catalogue.opens'],
    ['is open', {}, 'catalogue.enrol_by'],
    ['has closed', { windowClosesAt: LOOKED_AT }, 'catalogue.closed'],
  ];
  describe.each(windows)('with a cohort whose enrolment window %s', (_, change, key) => {
    inEachLanguage('shows when enrolment opens, closes or has closed', (stage) => {
      const one = cohort(change);
      const at = key === 'catalogue.opens' ? one.windowOpensAt : one.windowClosesAt;
      expect(view(stage, page(stage, {}, [one])).words).toContain(stage.t(key, { at }));
    });
  });

  inEachLanguage('names prerequisites, with a link to the course that leads to each', (stage) => {
    const needed = [
      { nameZh: '网络基础', nameEn: 'Networks', courseCode: 'NET-1' },
      { nameZh: '英语', nameEn: '', courseCode: null },
    ];
    const seen = view(stage, page(stage, { prerequisites: needed, outcomes: ['A', 'B'], syllabus: ['C'] }));
    expect(seen.link(stage.one('网络基础', 'Networks'))).toBe('/courses/NET-1');
    expect(seen.facts[stage.t('course_page.needed')]).toContain('英语');
    expect(seen.link('英语')).toBeNull();
    expect(seen.sections).toEqual(
      ['cohorts', 'outcomes', 'syllabus', 'facts'].map((name) => stage.t(`course_page.${name}`)),
    );
  });

  describe.each([null, 1, 36])('with an achievement valid for %s months', (validMonths) => {
    inEachLanguage('shows the validity, unless it is unlimited', (stage) => {
      const { course } = page(stage);
      const achievement = { achievementZh: '管理员', achievementEn: 'Administrator', validMonths };
      const seen = view(stage, page(stage, { course: { ...course, ...achievement } }));
      const said = seen.facts[stage.t('course_page.achievement')];
      const months = validMonths === null ? '' : ` ${stage.t('course_page.valid_months', { count: validMonths })}`;
      expect(said).toBe(`${stage.one('管理员', 'Administrator')}${months}`);
    });
  });

  inEachLanguage('shows the fixed last day of an achievement', (stage) => {
    const achievement = { achievementZh: '管理员', achievementEn: 'Administrator', validUntil: '2030-12-31' };
    const seen = view(stage, page(stage, { course: { ...page(stage).course, ...achievement } }));
    expect(seen.facts[stage.t('course_page.achievement')]).toBe(
      `${stage.one('管理员', 'Administrator')} ${stage.t('course_page.valid_until', { day: '2030-12-31' })}`,
    );
  });
});
