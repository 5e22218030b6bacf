import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { LOG_EVENTS, type LogEventKind } from '../log/entry.js';
import { inclusionPath } from '../log/subtrees.js';
import { rangeHash, tilesFor } from '../log/tiles.js';
import { writeTlogProof } from '../log/tlog-proof.js';
import { hashesOfTiles } from './log-reads.js';

/**
 * The proof that a certificate's entry is in the tree of a signed head; `null` if the tree has no such entry. Its cost
 * hardly grows with the log.
 */
export async function logProofOf(
  query: QueryFunction,
  { token, kind }: { readonly token: string; readonly kind: LogEventKind },
  { size, checkpoint }: { readonly size: number; readonly checkpoint: string },
): Promise<string | null> {
  const [entry] = await query<{ position: number; text: string }>(sql`
    SELECT l.position AS "position", l.text AS "text" FROM log_entry l JOIN certificate k ON k.id = l.certificate_id WHERE k.token = ${token} AND l.kind = ${kind}`);
  if (!entry || entry.position >= size) return null;
  const ranges = inclusionPath(entry.position, size);
  const hashAt = await hashesOfTiles(query, tilesFor(ranges));
  return writeTlogProof({
    entry: Buffer.from(entry.text),
    index: entry.position,
    path: ranges.map((range) => rangeHash(range, hashAt)),
    checkpoint,
  });
}

export function isLogEvent(kind: unknown): kind is LogEventKind {
  return LOG_EVENTS.some((one) => one === kind);
}
