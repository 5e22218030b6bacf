import type { QueryFunction } from '../../../platform/index.js';
import { type LoggedEntry, readEntry } from '../log/entry.js';
import { leafHash } from '../log/hashing.js';
import { rootByInclusion, type TreeHead } from '../log/proving.js';
import { inclusionPath } from '../log/subtrees.js';
import { rangeHash, tilesFor } from '../log/tiles.js';
import { entriesFrom, hashesOfTiles } from './log-reads.js';

/** The last entry of a log that is not empty; `null` where what is stored there does not lead to the log's root. */
export async function lastEntry(query: QueryFunction, { size, root }: TreeHead): Promise<LoggedEntry | null> {
  const index = size - 1;
  const [row] = await entriesFrom(query, index, 1);
  if (!row) return null;
  const ranges = inclusionPath(index, size);
  const hashAt = await hashesOfTiles(query, tilesFor(ranges));
  const path = ranges.map((range) => rangeHash(range, hashAt));
  const proven = rootByInclusion({ index, size, leaf: leafHash(Buffer.from(row.text)), path });
  return proven?.equals(root) ? readEntry(row.text) : null;
}
