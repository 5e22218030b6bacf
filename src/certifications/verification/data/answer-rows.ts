import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { VerificationVerdict } from '../../core/index.js';
import { type Cell, numberCell } from '../../log/index.js';
import type { Withheld } from '../domain/try-limits.js';

/** An answered row of a list, as stored. */
export interface StoredAnswer {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly verdict: VerificationVerdict;
  /** JSON. */
  readonly checks: string;
  readonly withheld: Withheld | null;
  readonly certificateId: string | null;
}

/**
 * Rows per query: a few milliseconds, since each includes a certificate's facts. A multiple of `ROWS_PER_TRANSACTION`.
 */
const AT_ONCE = 200;

/** Yields the answered rows of a list in order, in parts; between parts the caller yields to requests. */
export async function* answerRows(query: QueryFunction, batchId: string): AsyncGenerator<readonly StoredAnswer[]> {
  let after = 0;
  for (;;) {
    const rows = await query<StoredAnswer>(sql`
      SELECT line AS "line", asked_number AS "number", asked_name AS "name", verdict AS "verdict", checks AS "checks",
        withheld AS "withheld", certificate_id AS "certificateId"
      FROM verification_record WHERE batch_id = ${batchId} AND line > ${after} ORDER BY line LIMIT ${AT_ONCE}`);
    if (rows.length > 0) yield rows;
    if (rows.length < AT_ONCE) return;
    const last = numberCell(rows.at(-1)!.line);
    // A place that is no number, or none behind the last one: somebody has put in rows, which the MAC does not cover.
    if (typeof last !== 'number' || last <= after) return;
    after = last;
  }
}

/** The cells that the MAC covers. */
export function boundAnswer({ line, number, name, verdict, checks, withheld, certificateId }: StoredAnswer): Cell[] {
  return [line, number, name, verdict, checks, withheld, certificateId];
}
