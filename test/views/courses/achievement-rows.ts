import type { AchievementRow, AchievementVersionRow } from '../../../src/courses/data/achievement-list.js';
import { LOOKED_AT } from '../../support/views/rendered-view.js';

/** An achievement with required values only. @param change values that differ */
export function achievementRow(change: Partial<AchievementRow> = {}): AchievementRow {
  return {
    id: 'a1',
    code: 'CLOUD-ADMIN',
    version: 1,
    retiredAt: null,
    courses: 0,
    certificates: 0,
    nameZh: '云管理员',
    nameEn: '',
    criteriaZh: '通过 <考核>',
    criteriaEn: '',
    skills: [],
    level: null,
    picture: null,
    validMonths: null,
    validUntil: null,
    ...change,
  };
}

export const ACHIEVEMENT_PICTURE = 'ab'.repeat(32);

/** A retired achievement with every value set. */
export function fullAchievement(): AchievementRow {
  return achievementRow({
    code: 'OLD',
    version: 12,
    retiredAt: LOOKED_AT,
    courses: 1,
    certificates: 1001,
    nameEn: '<script>',
    criteriaEn: 'Pass',
    skills: [{ nameZh: '容器', nameEn: 'Containers' }],
    level: 'expert',
    picture: ACHIEVEMENT_PICTURE,
    validUntil: '2027-12-31',
  });
}

/** Its first version. @param change values that differ */
export function achievementVersion(
  achievement: AchievementRow,
  change: Partial<AchievementVersionRow> = {},
): AchievementVersionRow {
  return { ...achievement, number: 1, createdAt: LOOKED_AT, createdByName: '赵磊', ...change };
}
