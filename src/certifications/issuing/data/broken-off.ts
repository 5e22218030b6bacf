import sql, { join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

/** Whether there are numbers drawn before an instant that are neither used nor planned. */
export async function anyBrokenOff(query: QueryFunction, search: BrokenOffSearch): Promise<boolean> {
  return (await query(sql`SELECT d.number AS "number" ${brokenOff(search)} LIMIT 1`)).length > 0;
}

/** Numbers drawn before an instant that are neither used nor planned, in order. */
export async function numbersBrokenOff(query: QueryFunction, search: BrokenOffSearch): Promise<string[]> {
  const rows = await query<{ number: string }>(sql`SELECT d.number AS "number" ${brokenOff(search)} ORDER BY d.number`);
  return rows.map(({ number }) => number);
}

export interface BrokenOffSearch {
  /** Epoch milliseconds. */
  readonly before: number;
  /** Ids of issues of which something is left: their items keep their numbers, whatever the items’ rows say. */
  readonly underWay: readonly string[];
}

const brokenOff = ({ before, underWay }: BrokenOffSearch): Sql => sql`
  FROM drawn_number d WHERE d.state = 'reserved' AND d.drawn_at < ${before}
    AND NOT EXISTS (SELECT 1 FROM issuance_item i WHERE i.number = d.number AND i.state = 'waiting')
    ${underWay.length === 0 ? sql`` : sql`AND NOT EXISTS (SELECT 1 FROM issuance_item i WHERE i.number = d.number AND i.issuance_id IN (${join(underWay)}))`}`;
