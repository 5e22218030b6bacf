import sql from 'sql-template-tag';
import { everyRow, type QueryFunction } from '../../../platform/index.js';

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

/** All numbers, in parts of the given size. */
export function everyNumber(query: QueryFunction, atOnce: number): AsyncGenerator<readonly NotedNumber[]> {
  return everyRow<NotedNumber>(query, {
    key: 'd.number_key',
    columns: sql`d.number_key AS "key", d.number AS "number", d.scope AS "scope", d.sequence AS "sequence", d.state AS "state",
      d.drawn_at AS "drawnAt", d.settled_at AS "settledAt", k.issued_at AS "issuedAt",
      (SELECT MIN(e.at) FROM certificate_event e WHERE e.certificate_id = k.id AND e.kind = 'issued') AS "eventAt",
      CASE WHEN EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = k.id AND e.kind IN ('issued', 'renewed') AND e.actor_name = d.actor_name)
        THEN 1 ELSE 0 END AS "isActorKnown"`,
    from: sql`FROM drawn_number d LEFT JOIN certificate k ON k.number_key = d.number_key`,
    atOnce,
  });
}
