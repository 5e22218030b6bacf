import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { BulletinState } from './bulletin.entity.js';

export interface BulletinFilter {
  /** Part of a cohort's code, or of the name of the person who made the changes. */
  readonly q: string;
  readonly state: BulletinState | '';
  readonly page: number;
  readonly size: number;
}

/** Ids of one page of bulletins, open ones first, then newest first; and the total count. */
export async function bulletinList(
  query: QueryFunction,
  filter: BulletinFilter,
): Promise<{ readonly ids: readonly string[]; readonly count: number }> {
  const from = matching(filter);
  const [counted] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" ${from}`);
  const count = Number(counted?.count ?? 0);
  const page = Math.min(filter.page, Math.max(1, Math.ceil(count / filter.size)));
  const rows = await query<{ id: string }>(sql`
    SELECT b.id AS "id" ${from} ORDER BY CASE b.state WHEN 'open' THEN 0 ELSE 1 END, COALESCE(b.closed_at, b.touched_at) DESC, b.id DESC LIMIT ${filter.size} OFFSET ${(page - 1) * filter.size}`);
  return { ids: rows.map(({ id }) => id), count };
}

/** An email of a closed bulletin, as sent. */
export interface StoredEmail {
  readonly email: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly subject: string;
  readonly body: string;
  readonly dropped: boolean;
}

export async function storedEmails(query: QueryFunction, bulletinId: string): Promise<StoredEmail[]> {
  const rows = await query<Omit<StoredEmail, 'dropped'> & { dropped: number }>(sql`
    SELECT l.email AS "email", l.subject AS "subject", l.body AS "body", l.dropped AS "dropped",
      (SELECT MAX(m.to_name) FROM outbox_message m WHERE m.to_address = l.email AND m.created_at = b.closed_at) AS "name",
      (SELECT MAX(m.language) FROM outbox_message m WHERE m.to_address = l.email AND m.created_at = b.closed_at) AS "language"
    FROM bulletin_letter l JOIN bulletin b ON b.id = l.bulletin_id WHERE l.bulletin_id = ${bulletinId} AND l.body IS NOT NULL ORDER BY l.dropped, l.email`);
  return rows.map((row) => ({ ...row, dropped: Number(row.dropped) === 1 }));
}

/** Number of emails sent by bulletin id. */
export async function emailsSent(query: QueryFunction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await query<{ id: string; count: number }>(sql`
    SELECT l.bulletin_id AS "id", COUNT(*) AS "count" FROM bulletin_letter l JOIN bulletin b ON b.id = l.bulletin_id
    WHERE l.dropped = 0 AND b.state = 'sent' AND l.bulletin_id IN (${join([...ids])}) GROUP BY l.bulletin_id`);
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

function matching({ q, state }: BulletinFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return sql`FROM bulletin b LEFT JOIN account a ON a.id = b.opened_by WHERE 1 = 1
    ${state === '' ? empty : sql`AND b.state = ${state}`}
    ${
      q === ''
        ? empty
        : sql`AND (lower(a.name) LIKE ${like} ESCAPE '!' OR EXISTS (
      SELECT 1 FROM bulletin_change x JOIN session s ON s.id = x.session_id JOIN cohort c ON c.id = s.cohort_id WHERE x.bulletin_id = b.id AND lower(c.code) LIKE ${like} ESCAPE '!'))`
    }`;
}
