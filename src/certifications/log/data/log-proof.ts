import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { LOG_EVENTS, type LogEventKind } from '../log/entry.js';
import { inclusionPath } from '../log/subtrees.js';
import { rangeHash, tilesFor } from '../log/tiles.js';
import { writeTlogProof } from '../log/tlog-proof.js';
import { hashesOfTiles, logHead } from './log-reads.js';

/**
 * The inclusion proof of a certificate's entry; `null` if there is no entry. Its cost hardly grows with the log.
 */
export async function logProofOf(
  query: QueryFunction,
  token: string,
  kind: LogEventKind = 'issue',
): Promise<string | null> {
  const [entry] = await query<{ position: number; text: string }>(sql`
    SELECT l.position AS "position", l.text AS "text" FROM log_entry l JOIN certificate k ON k.id = l.certificate_id WHERE k.token = ${token} AND l.kind = ${kind}`);
  const head = entry ? await logHead(query) : null;
  if (!entry || !head || head.checkpoint === null) return null;
  const ranges = inclusionPath(entry.position, head.size);
  const hashAt = await hashesOfTiles(query, tilesFor(ranges));
  return writeTlogProof({
    entry: Buffer.from(entry.text),
    index: entry.position,
    path: ranges.map((range) => rangeHash(range, hashAt)),
    checkpoint: head.checkpoint,
  });
}

export function isLogEvent(kind: unknown): kind is LogEventKind {
  return LOG_EVENTS.some((one) => one === kind);
}
