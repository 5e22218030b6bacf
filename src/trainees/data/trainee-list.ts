import sql, { empty, type Sql } from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';

export const ACCOUNT_FILTERS = ['with', 'without', 'unverified'] as const;
export const TRAINING_FILTERS = ['enrolled', 'completed', 'certified', 'none'] as const;

export interface TraineeFilter {
  readonly q: string;
  readonly account: string;
  readonly training: string;
  readonly education: string;
}

export interface TraineeLine {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly workplace: string | null;
  readonly education: string | null;
  readonly bornOn: string | null;
  readonly createdAt: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly certificates: number;
  readonly hasAccount: number;
}

/** Trainees, newest first. `size` null: all of them, for a download. */
export async function traineeList(
  reads: ReadDatabase,
  wanted: TraineeFilter,
  { page, size }: { page: number; size: number | null },
): Promise<TraineeLine[]> {
  const rows = await reads.query<TraineeLine>(sql`
    SELECT t.id AS "id", t.name AS "name", t.latin_name AS "latinName", t.email AS "email", t.phone AS "phone", t.workplace AS "workplace",
      t.education AS "education", t.born_on AS "bornOn", t.created_at AS "createdAt", CASE WHEN t.account_id IS NULL THEN 0 ELSE 1 END AS "hasAccount",
      (SELECT COUNT(*) FROM enrolment e WHERE e.trainee_id = t.id AND e.state IN ('waitlisted', 'offered', 'confirmed')) AS "enrolled",
      (SELECT COUNT(*) FROM enrolment e WHERE e.trainee_id = t.id AND e.state = 'completed') AS "completed",
      (SELECT COUNT(*) FROM certificate c WHERE c.trainee_id = t.id AND c.state = 'valid') AS "certificates"
    ${matching(wanted)} ORDER BY t.created_at DESC, t.id DESC ${size === null ? empty : sql`LIMIT ${size} OFFSET ${(page - 1) * size}`}`);
  return rows.map((row) => ({
    ...row,
    createdAt: Number(row.createdAt),
    enrolled: Number(row.enrolled),
    completed: Number(row.completed),
    certificates: Number(row.certificates),
  }));
}

export function traineeCount(reads: ReadDatabase, wanted: TraineeFilter): Promise<number> {
  return reads.count(sql`SELECT COUNT(*) AS "n" ${matching(wanted)}`);
}

function matching({ q, account, training, education }: TraineeFilter): Sql {
  return sql`FROM trainee t LEFT JOIN account a ON a.id = t.account_id WHERE 1 = 1
    ${q === '' ? empty : sql`AND (${found(q)})`}
    ${education === '' ? empty : sql`AND t.education = ${education}`}
    ${account === 'with' ? sql`AND t.account_id IS NOT NULL` : account === 'without' ? sql`AND t.account_id IS NULL` : empty}
    ${account === 'unverified' ? sql`AND t.account_id IS NOT NULL AND a.email_verified_at IS NULL` : empty}
    ${training === 'enrolled' ? sql`AND EXISTS (SELECT 1 FROM enrolment e WHERE e.trainee_id = t.id AND e.state IN ('waitlisted', 'offered', 'confirmed'))` : empty}
    ${training === 'completed' ? sql`AND EXISTS (SELECT 1 FROM enrolment e WHERE e.trainee_id = t.id AND e.state = 'completed')` : empty}
    ${training === 'certified' ? sql`AND EXISTS (SELECT 1 FROM certificate c WHERE c.trainee_id = t.id AND c.state = 'valid')` : empty}
    ${training === 'none' ? sql`AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.trainee_id = t.id)` : empty}`;
}

/** Name, pinyin with or without its gaps, email, or telephone with or without its dashes. */
function found(q: string): Sql {
  const escaped = q.toLowerCase().replace(/[!%_]/g, '!$&');
  const like = `%${escaped}%`;
  const close = `%${escaped.replace(/[\s'-]/g, '')}%`;
  return sql`lower(t.name) LIKE ${like} ESCAPE '!' OR lower(t.latin_name) LIKE ${like} ESCAPE '!' OR lower(t.email) LIKE ${like} ESCAPE '!'
    OR replace(replace(replace(lower(t.latin_name), ' ', ''), '-', ''), '''', '') LIKE ${close} ESCAPE '!'
    OR replace(t.name, '·', '') LIKE ${close} ESCAPE '!' OR replace(t.phone, '-', '') LIKE ${close} ESCAPE '!'`;
}
