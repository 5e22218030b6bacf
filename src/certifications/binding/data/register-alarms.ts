import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { AlarmSubject } from './register-alarm.entity.js';

export interface AlarmRow {
  readonly subject: AlarmSubject;
  readonly id: string;
  readonly label: string;
  readonly foundAt: number;
}

/** Oldest first, up to `most`. */
export async function registerAlarms(query: QueryFunction, most: number): Promise<AlarmRow[]> {
  const rows = await query<AlarmRow>(sql`
    SELECT subject AS "subject", id AS "id", label AS "label", found_at AS "foundAt" FROM register_alarm ORDER BY found_at, id LIMIT ${most}`);
  return rows.map((row) => ({ ...row, foundAt: Number(row.foundAt) }));
}
