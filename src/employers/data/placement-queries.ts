import sql from 'sql-template-tag';
import type { QueryFunction, ReadDatabase } from '../../platform/index.js';
import type { TraineeEnrolments } from '../../trainees/index.js';

export interface PlacementRow {
  readonly id: string;
  readonly traineeId: string;
  readonly trainee: string;
  readonly employerId: string;
  readonly employer: string;
  readonly positionTitle: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly trackZh: string | null;
  readonly trackEn: string | null;
}

const PLACEMENTS = sql`
  SELECT p.id AS "id", p.trainee_id AS "traineeId", t.name AS "trainee", p.employer_id AS "employerId", e.name AS "employer",
    p.position_title AS "positionTitle", p.started_on AS "startedOn", p.ended_on AS "endedOn", tr.name_zh AS "trackZh", tr.name_en AS "trackEn"
  FROM placement p JOIN trainee t ON t.id = p.trainee_id JOIN employer e ON e.id = p.employer_id LEFT JOIN track tr ON tr.id = p.track_id`;

export function placementById(reads: ReadDatabase, id: string): Promise<PlacementRow | null> {
  return reads.first<PlacementRow>(sql`${PLACEMENTS} WHERE p.id = ${id}`);
}

/** Current placements first, then by first day, newest first. */
export function placementsWith(reads: ReadDatabase, employerId: string): Promise<PlacementRow[]> {
  return reads.query<PlacementRow>(sql`${PLACEMENTS} WHERE p.employer_id = ${employerId}
    ORDER BY CASE WHEN p.ended_on IS NULL THEN 0 ELSE 1 END, p.started_on DESC, p.id LIMIT 200`);
}

/** The first day of the trainee's placement with the employer on that day; `null` if none. */
export async function heldSince(
  query: QueryFunction,
  { traineeId, employerId, startedOn }: Pick<PlacementRow, 'traineeId' | 'employerId' | 'startedOn'>,
): Promise<string | null> {
  const [row] = await query<{ since: string }>(sql`
    SELECT started_on AS "since" FROM placement
    WHERE trainee_id = ${traineeId} AND employer_id = ${employerId} AND (ended_on IS NULL OR ended_on >= ${startedOn}) ORDER BY started_on DESC`);
  return row?.since ?? null;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly completed: number;
}

/** Trainees that match a search, those who completed a cohort first; at most twenty. */
export async function candidates(reads: ReadDatabase, enrolments: TraineeEnrolments, q: string): Promise<Candidate[]> {
  if (q === '') return [];
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const rows = await reads.query<Candidate>(sql`
    SELECT t.id AS "id", t.name AS "name", t.latin_name AS "latinName", t.email AS "email", t.phone AS "phone",
      ${enrolments.completed(sql`t.id`)} AS "completed"
    FROM trainee t WHERE lower(t.name) LIKE ${like} ESCAPE '!' OR lower(t.latin_name) LIKE ${like} ESCAPE '!' OR lower(t.email) LIKE ${like} ESCAPE '!'
      OR replace(t.phone, '-', '') LIKE ${like.replaceAll('-', '')} ESCAPE '!'
    ORDER BY "completed" DESC, t.name, t.id LIMIT 20`);
  return rows.map((row) => ({ ...row, completed: Number(row.completed) }));
}
