import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export interface SequenceMoved {
  readonly scope: string;
  readonly next: number;
  /** The largest that was written down when it was drawn; `0`: none. */
  readonly drawn: number;
}

/** Series that do not go on behind the last number that was drawn. */
export async function sequencesMoved(query: QueryFunction): Promise<SequenceMoved[]> {
  const rows = await query<SequenceMoved>(sql`
    SELECT s.scope AS "scope", COALESCE(n.next, 1) AS "next", COALESCE(d.drawn, 0) AS "drawn"
    FROM (SELECT scope FROM number_sequence UNION SELECT scope FROM drawn_number) s
      LEFT JOIN number_sequence n ON n.scope = s.scope
      LEFT JOIN (SELECT scope, MAX(sequence) AS drawn FROM drawn_number GROUP BY scope) d ON d.scope = s.scope
    WHERE COALESCE(d.drawn, 0) + 1 <> COALESCE(n.next, 1) ORDER BY s.scope`);
  return rows.map((row) => ({ ...row, next: Number(row.next), drawn: Number(row.drawn) }));
}

/** What is noted of a number, with the issue of its certificate; that one's values are `null` where it has none. */
export interface NotedNumber {
  readonly key: string;
  readonly number: string;
  readonly scope: string;
  readonly sequence: unknown;
  readonly state: string;
  readonly drawnAt: unknown;
  readonly settledAt: unknown;
  readonly issuedAt: unknown;
  readonly eventAt: unknown;
  /** Whether the certificate's history names who drew the number, `1` or `0`. */
  readonly isActorKnown: number;
}

/** The next numbers by their canonical form, at most so many. */
export function numbersAfter(query: QueryFunction, key: string, most: number): Promise<NotedNumber[]> {
  return query<NotedNumber>(sql`
    SELECT d.number_key AS "key", d.number AS "number", d.scope AS "scope", d.sequence AS "sequence", d.state AS "state",
      d.drawn_at AS "drawnAt", d.settled_at AS "settledAt", k.issued_at AS "issuedAt",
      (SELECT MIN(e.at) FROM certificate_event e WHERE e.certificate_id = k.id AND e.kind = 'issued') AS "eventAt",
      CASE WHEN EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = k.id AND e.kind IN ('issued', 'renewed') AND e.actor_name = d.actor_name)
        THEN 1 ELSE 0 END AS "isActorKnown"
    FROM drawn_number d LEFT JOIN certificate k ON k.number_key = d.number_key
    WHERE d.number_key > ${key} ORDER BY d.number_key LIMIT ${most}`);
}
