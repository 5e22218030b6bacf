import sql from 'sql-template-tag';
import { countOf, type QueryFunction } from '../../../platform/index.js';
import { storedNumber } from '../log/bound-record.js';
import type { Hash } from '../log/hashing.js';
import type { StoredEntry } from '../log/rereading.js';

/** Entries from one position on with the hashes that are kept of them, in order. */
export async function storedEntries(query: QueryFunction, position: number, end: number): Promise<StoredEntry[]> {
  const rows = await query<Omit<StoredEntry, 'hash' | 'number'> & { hash: string | null; number: string | null }>(sql`
    SELECT l.position AS "position", l.kind AS "kind", l.credential_hash AS "credentialHash", l.at AS "at", l.text AS "text", k.number AS "number", h.hash AS "hash"
    FROM log_entry l LEFT JOIN certificate k ON k.id = l.certificate_id LEFT JOIN log_hash h ON h.level = 0 AND h.position = l.position
    WHERE l.position >= ${position} AND l.position < ${end} ORDER BY l.position`);
  return rows.map((row) => ({
    ...row,
    at: storedNumber(row.at),
    number: row.number ?? '?',
    hash: row.hash === null ? null : Buffer.from(row.hash, 'base64'),
  }));
}

export function entryCount(query: QueryFunction): Promise<number> {
  return countOf(query, sql`FROM log_entry`);
}

/** The hashes of a level between two positions, by position. */
export async function storedHashes(
  query: QueryFunction,
  level: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Map<number, Hash>> {
  const rows = await query<{ position: number; hash: string }>(sql`
    SELECT position AS "position", hash AS "hash" FROM log_hash WHERE level = ${level} AND position >= ${from} AND position < ${to}`);
  return new Map(rows.map(({ position, hash }) => [position, Buffer.from(hash, 'base64')]));
}

/** Entries that stand behind the end of the log. */
export async function entriesBehind(query: QueryFunction, size: number): Promise<number[]> {
  const rows = await query<{ position: number }>(
    sql`SELECT position AS "position" FROM log_entry WHERE position >= ${size} OR position < 0 ORDER BY position`,
  );
  return rows.map(({ position }) => position);
}

/** SQLite stores what is no whole number. */
const BETWEEN = sql`position <> CAST(position AS INTEGER) OR level <> CAST(level AS INTEGER)`;

/** Hashes that stand where a log of this size has none. */
export async function hashesBehind(query: QueryFunction, size: number): Promise<{ level: number; position: number }[]> {
  const levels = await query<{ level: number }>(sql`SELECT DISTINCT level AS "level" FROM log_hash ORDER BY level`);
  const found = [];
  for (const { level } of levels) {
    const end = level < 0 ? 0 : Math.floor(size / 256 ** level);
    found.push(
      ...(await query<{ level: number; position: number }>(sql`
      SELECT level AS "level", position AS "position" FROM log_hash WHERE level = ${level} AND (position >= ${end} OR position < 0 OR ${BETWEEN}) ORDER BY position`)),
    );
  }
  return found;
}
