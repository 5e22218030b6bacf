import type { AchievementRow } from '../../../src/courses/data/achievement-list.js';
import { ACHIEVEMENT_LEVELS, VALIDITIES } from '../../../src/courses/domain/achievement-design.js';
import type { AchievementsPage } from '../../../src/courses/web/achievement-list.controller.js';
import { AchievementForm, achievementValues, NewAchievementForm } from '../../../src/courses/web/achievement.form.js';
import type { AchievementPage } from '../../../src/courses/web/achievement.page.js';
import type { EditPage, NewPage } from '../../../src/courses/web/achievements.controller.js';
import { formView, optionsOf, pagesOf, typedFrom } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';
import { ACHIEVEMENT_PICTURE, achievementRow, achievementVersion, fullAchievement } from './achievement-rows.js';

const office = { viewer: 'coordinator', path: '/office/achievements' } as const;
const listView = viewOf<AchievementsPage>('courses/achievements/index', office);
const view = viewOf<AchievementPage>('courses/achievements/show', office);
const newView = viewOf<NewPage>('courses/achievements/new', office);
const editView = viewOf<EditPage>('courses/achievements/edit', office);

const least = achievementRow();
const full = fullAchievement();
const course = { code: 'AZ-104', titleZh: '云', titleEn: 'Cloud', isRetired: 0 };

describe('the list of achievements', () => {
  function page(
    stage: Stage,
    rows: AchievementsPage['rows'],
    change: Partial<AchievementsPage> = {},
  ): AchievementsPage {
    const levels = ACHIEVEMENT_LEVELS.map((value) => ({ value, label: stage.t(`achievement.level_${value}`) }));
    return {
      q: '',
      levels: levels.map((one) => ({ ...one, selected: false })),
      validities: VALIDITIES.map((value) => ({
        value,
        label: stage.t(`achievement.validity.${value}`),
        selected: value === 'until',
      })),
      retired: false,
      filtered: false,
      rows,
      total: rows.length,
      pages: pagesOf('/office/achievements', { page: 1, size: 50, count: rows.length }),
      ...change,
    };
  }

  inEachLanguage('that is empty links to the first one', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.words).toContain(stage.t('achievement.none_text'));
    expect(seen.links(stage.t('achievement.new'))).toEqual(['/office/achievements/new', '/office/achievements/new']);
  });

  inEachLanguage('filtered without result links to all, and keeps its filters', (stage) => {
    const seen = listView(stage, page(stage, [], { filtered: true, q: 'x', retired: true }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/achievements', '/office/achievements']);
    expect([seen.control('q')?.value, seen.control('validity')?.value]).toEqual(['x', 'until']);
    expect(seen.control('retired')?.isChosen).toBe(true);
  });

  inEachLanguage('shows one with required values only and a retired one with every value', (stage) => {
    const months = { ...least, code: 'M', validMonths: 1 };
    const seen = listView(stage, page(stage, [least, full, months]));
    const first = stage.t('achievement.version', { number: 1 });
    expect(seen.rows.map((cells) => cells.slice(0, 5))).toEqual([
      [
        `云管理员 CLOUD-ADMIN · ${first}`,
        stage.t('achievement.level_none'),
        stage.t('achievement.holds_ever'),
        '0',
        '0',
      ],
      [
        `${stage.one('云管理员', '<script>')} OLD · ${stage.t('achievement.version', { number: 12 })}` +
          ` ${stage.t('achievement.state_retired')}`,
        stage.t('achievement.level_expert'),
        stage.t('achievement.holds_until', { day: '2027-12-31' }),
        '1',
        '1,001',
      ],
      [
        `云管理员 M · ${first}`,
        stage.t('achievement.level_none'),
        stage.t('achievement.holds_months', { count: 1 }),
        '0',
        '0',
      ],
    ]);
    expect(seen.links(stage.t('achievement.edit'))).toEqual(
      ['CLOUD-ADMIN', 'M'].map((code) => `/office/achievements/${code}/edit`),
    );
    const heads = ['name', 'level', 'validity', 'courses', 'certificates'].map((head) => `achievement.${head}`);
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual([...heads, 'list.actions'].map((head) => stage.t(head)));
    expect(seen.words).toContain(stage.t('achievement.count', { count: 3 }));
  });
});

describe('an achievement', () => {
  function page(achievement: AchievementRow, change: Partial<AchievementPage> = {}): AchievementPage {
    return {
      achievement,
      state: achievement.retiredAt === null ? null : 'retired',
      leading: [],
      requiring: [],
      templateName: null,
      mayChooseTemplate: false,
      versions: [achievementVersion(achievement)],
      reasons: [],
      ...change,
    };
  }

  inEachLanguage('with required values only says so, and links to the available actions', (stage) => {
    const seen = view(stage, page(least));
    expect(seen.heading).toBe('云管理员');
    expect(seen.facts).toMatchObject({
      [stage.t('achievement.level')]: stage.t('achievement.level_none'),
      [stage.t('achievement.validity')]: stage.t('achievement.holds_ever'),
      [stage.t('achievement.criteria')]: '通过 <考核>',
      [stage.t('achievement.skills')]: stage.t('achievement.no_skills'),
      [stage.t('achievement.template')]: stage.t('achievement.template_usual'),
      [stage.t('achievement.certificates')]: stage.t('achievement.certificates_count', { count: 0 }),
    });
    expect(seen.words).toContain(stage.t('achievement.no_courses'));
    expect(seen.sections).not.toContain(stage.t('achievement.asking'));
    expect(seen.link(stage.t('achievement.edit'))).toBe('/office/achievements/CLOUD-ADMIN/edit');
    expect(seen.button(stage.t('achievement.retire'))).toBe('post /office/achievements/CLOUD-ADMIN/retirement');
    expect(seen.link(stage.t('achievement.template_choose'))).toBeNull();
  });

  inEachLanguage('that is retired shows every value, and can be restored', (stage) => {
    const seen = view(stage, page(full, { templateName: '2026 <版>', mayChooseTemplate: true }));
    expect(seen.words).toContain(stage.t('achievement.is_retired_text', { at: LOOKED_AT }));
    expect(seen.requests).toEqual(['post /office/achievements/OLD/return']);
    expect(seen.link(stage.t('achievement.edit'))).toBeNull();
    expect(seen.textsOf('chip')[0]).toBe('容器 Containers');
    expect(seen.facts[stage.t('achievement.level')]).toBe(stage.t('achievement.level_expert'));
    expect(seen.facts[stage.t('achievement.template')]).toContain('2026 <版>');
    expect(seen.link(stage.t('achievement.template_choose'))).toBe('/office/achievements/OLD/template');
    expect(seen.link(stage.t('achievement.certificates_count', { count: 1001 }))).toBe(
      '/office/certificates?achievement=a1',
    );
    expect(seen.main.all('img')[0]?.attribute('src')).toBe(`/office/pictures/${ACHIEVEMENT_PICTURE}`);
  });

  inEachLanguage('lists the courses that lead to it and require it', (stage) => {
    const old = { ...course, code: 'OLD-1', titleEn: '', isRetired: 1 };
    const seen = view(stage, page(least, { leading: [course, old], requiring: [{ ...course, code: 'AZ-200' }] }));
    const title = stage.one('云', 'Cloud');
    expect(
      seen.main
        .all('aside')[0]
        ?.all('li')
        .map(({ text }) => text),
    ).toEqual([`${title} AZ-104`, `云 OLD-1 ${stage.t('achievement.state_retired')}`, `${title} AZ-200`]);
    expect(seen.sections).toContain(stage.t('achievement.asking'));
  });

  inEachLanguage('shows who made each version, and which predates the system', (stage) => {
    const versions = [
      achievementVersion(least, { number: 2 }),
      achievementVersion(least, { createdAt: 0, createdByName: '' }),
    ];
    const seen = view(stage, page(least, { versions }));
    expect(seen.main.all('summary').map(({ text }) => text)).toEqual([
      `${stage.t('achievement.version', { number: 2 })} 云管理员 ` +
        stage.t('achievement.made_at', { at: LOOKED_AT, by: '赵磊' }),
      `${stage.t('achievement.version', { number: 1 })} 云管理员 ${stage.t('achievement.made_before')}`,
    ]);
  });

  inEachLanguage('that cannot be retired gives the reason', (stage) => {
    const reason = stage.t('refusal.achievementKeepsCourses', { count: 1, codes: 'AZ-104' });
    expect(view(stage, page(least, { reasons: [reason] })).words).toContain(
      `${stage.t('achievement.cannot_retire')} ${reason}`,
    );
  });
});

const LABELS = {
  code: 'code',
  nameZh: 'name_zh',
  nameEn: 'name_en',
  criteriaZh: 'criteria_zh',
  criteriaEn: 'criteria_en',
  level: 'level',
  skillsZh: 'skills_zh',
  skillsEn: 'skills_en',
  validMonths: 'valid_months',
  validUntil: 'valid_until',
  pictureFile: 'picture',
};

describe('the form of an achievement', () => {
  const options = (stage: Stage) => ({
    level: ACHIEVEMENT_LEVELS.map((value) => ({ value, label: stage.t(`achievement.level_${value}`) })),
    validity: optionsOf(stage.translator, 'achievement.validity', VALIDITIES),
  });

  inEachLanguage('that is new does not expire, and has each fault beside its field', (stage) => {
    const form = formView(NewAchievementForm, stage.translator, {
      typed: { validity: 'none', nameZh: '长'.repeat(200) },
      options: options(stage),
    });
    const seen = newView(stage, { form });
    expect(seen.heading).toBe(stage.t('achievement.new_title'));
    expect(seen.button(stage.t('achievement.act_new'))).toBe('post /office/achievements');
    expect(seen.controls('validity').map(({ value, isChosen }) => [value, isChosen])).toEqual(
      VALIDITIES.map((value) => [value, value === 'none']),
    );
    for (const [name, key] of Object.entries(LABELS)) {
      const label = stage.t(`achievement.${key}`);
      const { label: said = '' } = seen.control(name) ?? {};
      expect([label, `${label} ${stage.t('form.optional')}`]).toContain(said);
    }
    const faulty = faultyIn(form);
    const failed = newView(stage, { form: faulty });
    expect(failed.faults).toEqual(faultsOn(faulty));
    expect(failed.control('nameZh')?.value).toBe('长'.repeat(200));
  });

  inEachLanguage('of an existing one shows its values, and which version a change makes', (stage) => {
    const typed = typedFrom(achievementValues(full));
    const form = formView(AchievementForm, stage.translator, { typed, options: options(stage) });
    const seen = editView(stage, { form, achievement: full, next: 13 });
    expect(seen.heading).toBe(stage.t('achievement.edit_title', { code: 'OLD' }));
    expect(seen.words).toContain(stage.t('achievement.edit_lead', { next: 13 }));
    expect(seen.button(stage.t('achievement.act_save'))).toBe('post /office/achievements/OLD');
    expect([seen.control('level')?.value, seen.control('skillsZh')?.value]).toEqual(['expert', '容器']);
    expect(seen.control('validUntil')?.value).toBe('2027-12-31');
    expect(seen.hidden('picture')).toEqual([ACHIEVEMENT_PICTURE]);
    expect(seen.control('pictureRemoved')?.label).toBe(stage.t('picture.remove'));
    expect(seen.control('code')).toBeNull();
  });
});
