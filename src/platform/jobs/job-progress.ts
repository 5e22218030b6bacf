import sql, { type Sql } from 'sql-template-tag';
import { type Actor, VISITOR } from '../actor.js';
import { storedObject } from '../columns/stored-json.js';
import type { QueryFunction } from '../database/read-database.js';
import type { JobState } from './job.entity.js';

export interface Progress {
  readonly id: string;
  readonly subjectId: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly startedBy: string;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** Estimated from the pace so far; `null` if nothing is done yet or nothing is left. */
  readonly secondsLeft: number | null;
}

/** How far jobs are, newest first. @param now epoch milliseconds */
export async function readProgress(query: QueryFunction, where: Sql, now: number): Promise<Progress[]> {
  const rows = await query<Omit<Progress, 'startedBy' | 'secondsLeft'> & { actor: string }>(sql`
    SELECT id AS "id", subject_id AS "subjectId", state AS "state", done AS "done", total AS "total", actor AS "actor", created_at AS "createdAt", ended_at AS "endedAt"
    FROM job WHERE ${where} ORDER BY created_at DESC, id DESC`);
  return rows.map(({ actor, ...row }) => {
    const spent = now - Number(row.createdAt);
    const secondsLeft =
      row.state === 'running' && row.done > 0 && row.done < row.total
        ? Math.ceil(((spent / row.done) * (row.total - row.done)) / 1000)
        : null;
    return {
      ...row,
      createdAt: Number(row.createdAt),
      endedAt: row.endedAt === null ? null : Number(row.endedAt),
      startedBy: actorIn(actor).name,
      secondsLeft,
    };
  });
}

/** A visitor, who may do nothing, if the text cannot be parsed: one corrupt row must not stop the other jobs. */
export function actorIn(text: string): Actor {
  try {
    return storedObject<Actor>(text);
  } catch {
    return VISITOR;
  }
}
