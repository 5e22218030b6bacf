import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';
import type { RunState } from './backup-run.entity.js';

export interface BackupRunRow {
  readonly id: string;
  readonly state: RunState;
  readonly startedAt: number;
  readonly aliveAt: number;
  readonly endedAt: number | null;
  readonly file: string;
  readonly bytes: number | null;
  readonly removed: number | null;
  readonly fault: string | null;
}

/** Newest first, at most so many. */
export function latestRuns(query: QueryFunction, most: number): Promise<BackupRunRow[]> {
  return runs(query, sql`ORDER BY started_at DESC, id DESC LIMIT ${most}`);
}

export async function latestRun(query: QueryFunction): Promise<BackupRunRow | null> {
  return (await latestRuns(query, 1))[0] ?? null;
}

export async function lastGoodRun(query: QueryFunction): Promise<BackupRunRow | null> {
  return (await runs(query, sql`WHERE state = 'done' ORDER BY started_at DESC, id DESC LIMIT 1`))[0] ?? null;
}

/** When the first attempt after the last successful backup was made, or the first of all. */
export async function failingSince(query: QueryFunction): Promise<number | null> {
  const [row] = await query<{ at: number | null }>(sql`
    SELECT MIN(started_at) AS "at" FROM backup_run
    WHERE started_at > COALESCE((SELECT MAX(started_at) FROM backup_run WHERE state = 'done'), 0)`);
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

async function runs(query: QueryFunction, which: Sql): Promise<BackupRunRow[]> {
  const rows = await query<BackupRunRow>(sql`
    SELECT id AS "id", state AS "state", started_at AS "startedAt", alive_at AS "aliveAt", ended_at AS "endedAt", file AS "file", bytes AS "bytes",
      removed AS "removed", fault AS "fault"
    FROM backup_run ${which}`);
  const number = (stored: number | null): number | null => (stored === null ? null : Number(stored));
  return rows.map((row) => ({
    ...row,
    startedAt: Number(row.startedAt),
    aliveAt: Number(row.aliveAt),
    endedAt: number(row.endedAt),
    bytes: number(row.bytes),
    removed: number(row.removed),
  }));
}
