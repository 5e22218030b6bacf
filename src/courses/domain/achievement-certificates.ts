import type { Sql } from 'sql-template-tag';

/** The token under which certifications bring their `AchievementCertificates`; bound in the application's module. */
export const ACHIEVEMENT_CERTIFICATES = Symbol('AchievementCertificates');

/** What has been certified of an achievement, and by which template. */
export interface AchievementCertificates {
  /** A sub-select that counts certificates, in any state; the id is a column of the query that holds it. */
  ofAchievement(achievementId: Sql): Sql;
  /** The name of the template that its certificates are made out by, `null` where it takes the usual one. */
  templateName(achievementId: string): Promise<string | null>;
}
