import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { AchievementCertificates } from '../../../courses/index.js';
import { ReadDatabase } from '../../../platform/index.js';

/** Tells the courses what has been certified of their achievements. */
@Injectable()
export class CertifiedAchievements implements AchievementCertificates {
  constructor(private readonly reads: ReadDatabase) {}

  ofAchievement(achievementId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM certificate k WHERE k.achievement_id = ${achievementId})`;
  }

  async templateName(achievementId: string): Promise<string | null> {
    const row = await this.reads.first<{ name: string }>(sql`
      SELECT m.name AS "name" FROM achievement_template c JOIN named_template m ON m.id = c.named_template_id WHERE c.achievement_id = ${achievementId} AND m.retired_at IS NULL`);
    return row?.name ?? null;
  }
}
