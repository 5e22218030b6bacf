import type { AchievementRow } from '../../../src/courses/data/achievement-list.js';
import type { PublicAchievementPage } from '../../../src/courses/web/public-achievement.controller.js';
import { inEachLanguage, viewOf } from '../../support/views/rendered-view.js';
import { achievementRow, achievementVersion, fullAchievement } from './achievement-rows.js';

const publicView = viewOf<PublicAchievementPage>('courses/achievements/public', { path: '/achievements/CLOUD-ADMIN' });

const least = achievementRow();
const full = fullAchievement();
const course = { code: 'AZ-104', titleZh: '云', titleEn: 'Cloud', isRetired: 0 };

describe('the public page of an achievement', () => {
  function page(achievement: AchievementRow, change: Partial<PublicAchievementPage> = {}): PublicAchievementPage {
    const state = achievement.retiredAt === null ? null : 'retired';
    return { achievement, state, picture: null, leading: [], earlier: [], ...change };
  }

  inEachLanguage('omits what is not known, and links to verification', (stage) => {
    const seen = publicView(stage, page(least));
    expect(Object.keys(seen.facts)).toEqual([stage.t('achievement.validity'), stage.t('achievement.criteria')]);
    expect(seen.sections).toEqual([stage.t('achievement.stands_for'), stage.t('achievement.check')]);
    expect(seen.link(stage.t('achievement.check_act'))).toBe('/verify');
    expect(seen.words).not.toContain(stage.t('achievement.ended'));
  });

  inEachLanguage('of one that is no longer awarded says so, with its earlier versions', (stage) => {
    const earlier = [achievementVersion(least, { validMonths: 36 })];
    const picture = '/achievements/OLD/picture';
    const seen = publicView(stage, page(full, { picture, leading: [course], earlier }));
    expect(seen.heading).toBe(`${stage.one('云管理员', '<script>')} ${stage.t('achievement.state_ended')}`);
    expect(seen.words).toContain(stage.t('achievement.ended_text'));
    expect(seen.words).toContain(stage.t('achievement.earlier_text', { number: 12 }));
    expect(seen.main.all('details')[0]?.text).toContain(stage.t('achievement.holds_months', { count: 36 }));
    expect(seen.link(stage.one('云', 'Cloud'))).toBe('/courses/AZ-104');
    expect(seen.main.all('img')[0]?.attribute('src')).toBe(picture);
    expect(seen.main.all('li').map(({ text }) => text)).toContain('容器 Containers');
  });
});
