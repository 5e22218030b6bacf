import sql, { join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** Whoever keeps something of trainees: a condition, and `traineeId` is a column of the query that holds it. */
export interface KeepsRecords {
  hasAny(traineeId: Sql): Sql;
}

/** Whether the record has a past with one of the keepers: enrolments, certificates, placements. */
export async function recordIsUsed(
  query: QueryFunction,
  traineeId: string,
  keepers: readonly KeepsRecords[],
): Promise<boolean> {
  const conditions = keepers.map((keeper) => keeper.hasAny(sql`t.id`));
  const rows = await query<{ id: string }>(
    sql`SELECT t.id AS "id" FROM trainee t WHERE t.id = ${traineeId} AND (${join(conditions, ' OR ')})`,
  );
  return rows.length > 0;
}
