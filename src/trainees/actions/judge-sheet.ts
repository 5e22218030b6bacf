import { type QueryFunction, readDate, TimeBudget } from '../../platform/index.js';
import { peopleNamed } from '../data/people-named.js';
import { type JudgedRow, judgeRows } from '../domain/judge-row.js';
import { byNameKey, type Match, matchesFor } from '../domain/match-row.js';
import type { Sheet } from '../domain/sheet.js';

export interface PreviewRow extends JudgedRow {
  readonly matches: readonly Match[];
}

/** Milliseconds after which other requests take precedence. */
export const A_STRETCH = 10;

/** Every row with its faults and the records it may match. Yields to other requests. */
export async function judgeSheet(query: QueryFunction, sheet: Sheet, today: string): Promise<PreviewRow[]> {
  const stretch = new TimeBudget(A_STRETCH);
  const judged: JudgedRow[] = [];
  for (const row of judgeRows(sheet.rows, { today, read: readDate })) {
    judged.push(row);
    await stretch.yieldIfSpent();
  }
  const peopleByName = byNameKey(
    await peopleNamed(
      query,
      judged.map(({ facts }) => facts.name),
    ),
  );
  const rows: PreviewRow[] = [];
  for (const row of judged) {
    rows.push({ ...row, matches: matchesFor(row.facts, peopleByName) });
    await stretch.yieldIfSpent();
  }
  return rows;
}
