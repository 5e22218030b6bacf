import type { Sql } from 'sql-template-tag';

/** Injection token for `AchievementCertificates`; `AppModule` binds the implementation of `certifications`. */
export const ACHIEVEMENT_CERTIFICATES = Symbol('AchievementCertificates');

export interface AchievementCertificates {
  /** A sub-select that counts certificates in any state; the id is a column of the outer query. */
  ofAchievement(achievementId: Sql): Sql;
  /** Name of the template of its certificates; `null` for the default template. */
  templateName(achievementId: string): Promise<string | null>;
}
