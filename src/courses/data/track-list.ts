import sql from 'sql-template-tag';
import type { QueryFunction, ReadDatabase } from '../../platform/index.js';
import type { CourseCohorts } from '../domain/course-cohorts.js';

export interface TrackRow {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly position: number;
  readonly retiredAt: number | null;
  readonly courses: number;
  readonly running: number;
}

/** All tracks by position, retired ones last. */
export async function trackList(reads: ReadDatabase, cohorts: CourseCohorts): Promise<TrackRow[]> {
  const rows = await reads.query<TrackRow>(sql`
    SELECT t.id AS "id", t.code AS "code", t.name_zh AS "nameZh", t.name_en AS "nameEn", t.summary_zh AS "summaryZh", t.summary_en AS "summaryEn",
      t.position AS "position", t.retired_at AS "retiredAt",
      (SELECT COUNT(*) FROM course co WHERE co.track_id = t.id AND co.retired_at IS NULL) AS "courses",
      ${cohorts.runningOfTrack(sql`t.id`)} AS "running"
    FROM track t ORDER BY CASE WHEN t.retired_at IS NULL THEN 0 ELSE 1 END, t.position, t.code`);
  return rows.map((row) => ({ ...row, courses: Number(row.courses), running: Number(row.running) }));
}

export async function trackByCode(reads: ReadDatabase, cohorts: CourseCohorts, code: string): Promise<TrackRow | null> {
  return (await trackList(reads, cohorts)).find((track) => track.code === code.toUpperCase()) ?? null;
}

/** How many courses of the track are in use. */
export async function coursesInUse(query: QueryFunction, trackId: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    sql`SELECT COUNT(*) AS "n" FROM course WHERE track_id = ${trackId} AND retired_at IS NULL`,
  );
  return Number(row?.n ?? 0);
}
