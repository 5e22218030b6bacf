import type { QueryFunction } from '../../../platform/index.js';
import { inclusionPath } from '../log/subtrees.js';
import { rangeHash, tilesFor } from '../log/tiles.js';
import { writeTlogProof } from '../log/tlog-proof.js';
import { hashesOfTiles } from './log-reads.js';

/** An entry with its position in the log, counted from 0. */
export interface PositionedEntry {
  readonly position: number;
  readonly text: string;
}

/** The proof that an entry is in the tree of a signed head. Its cost hardly grows with the log. */
export async function logProofOf(
  query: QueryFunction,
  { position, text }: PositionedEntry,
  { size, checkpoint }: { readonly size: number; readonly checkpoint: string },
): Promise<string> {
  const ranges = inclusionPath(position, size);
  const hashAt = await hashesOfTiles(query, tilesFor(ranges));
  return writeTlogProof({
    entry: Buffer.from(text),
    index: position,
    path: ranges.map((range) => rangeHash(range, hashAt)),
    checkpoint,
  });
}
