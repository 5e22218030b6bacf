import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Whether there are numbers drawn before an instant that are neither used nor planned. */
export async function anyBrokenOff(query: QueryFunction, before: number): Promise<boolean> {
  return (await query(sql`SELECT d.number AS "number" ${brokenOff(before)} LIMIT 1`)).length > 0;
}

/** Numbers drawn before an instant that are neither used nor planned, in order. */
export async function numbersBrokenOff(query: QueryFunction, before: number): Promise<string[]> {
  const rows = await query<{ number: string }>(sql`SELECT d.number AS "number" ${brokenOff(before)} ORDER BY d.number`);
  return rows.map(({ number }) => number);
}

const brokenOff = (before: number): Sql => sql`
  FROM drawn_number d WHERE d.state = 'reserved' AND d.drawn_at < ${before}
    AND NOT EXISTS (SELECT 1 FROM issuance_item i WHERE i.number = d.number AND i.state = 'waiting')`;
