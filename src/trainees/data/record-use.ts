import sql, { join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** A module that stores data of trainees: a condition in which `traineeId` is a column of the outer query. */
export interface KeepsRecords {
  hasAny(traineeId: Sql): Sql;
}

/** Whether any of these modules has data of the record: enrolments, certificates, placements. */
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
