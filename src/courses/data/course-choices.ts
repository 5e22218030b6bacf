import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';

export interface NamedChoice {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface CourseChoice {
  readonly id: string;
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly days: number;
  readonly hours: number;
  readonly trackId: string;
  readonly currentVersionId: string;
}

@Injectable()
export class CourseChoices {
  constructor(private readonly reads: ReadDatabase) {}

  /** By position. */
  tracks({ withRetired = false }: { withRetired?: boolean } = {}): Promise<NamedChoice[]> {
    return this.reads.query(sql`
      SELECT id AS "id", code AS "code", name_zh AS "nameZh", name_en AS "nameEn" FROM track
      WHERE retired_at IS NULL OR ${withRetired ? 1 : 0} = 1 ORDER BY position, code`);
  }

  /** Courses that can take a new cohort. */
  courses(): Promise<CourseChoice[]> {
    return this.reads.query(sql`
      SELECT id AS "id", code AS "code", title_zh AS "titleZh", title_en AS "titleEn", days AS "days", hours AS "hours",
        track_id AS "trackId", current_version_id AS "currentVersionId"
      FROM course WHERE retired_at IS NULL ORDER BY code`);
  }

  achievements(): Promise<(NamedChoice & { readonly isRetired: number })[]> {
    return this.reads.query(
      sql`SELECT id AS "id", code AS "code", name_zh AS "nameZh", name_en AS "nameEn", CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END AS "isRetired" FROM achievement ORDER BY code`,
    );
  }
}
