import { type Hash, nodeHash } from './hashing.js';
import { TILE_WIDTH } from './tiles.js';

/**
 * What proves the tiles of a growing tree: the hashes of all levels above the leaves, and the leaves of the last,
 * partial tile. About 130 KB for a million leaves.
 */
export class TileHashes {
  /** Index 0: leaves since the last full tile. Above: all hashes of the level. */
  private constructor(private readonly levels: Hash[][]) {}

  static empty(): TileHashes {
    return new TileHashes([[]]);
  }

  /** Number of leaves. */
  get size(): number {
    return (this.levels[1]?.length ?? 0) * TILE_WIDTH + this.of(0).length;
  }

  copy(): TileHashes {
    return new TileHashes(this.levels.map((hashes) => [...hashes]));
  }

  add(leaf: Hash): void {
    const leaves = this.of(0);
    leaves.push(leaf);
    if (leaves.length < TILE_WIDTH) return;
    let [hash, level] = [perfectRoot(leaves.splice(0)), 1];
    for (; ; level += 1) {
      const hashes = this.of(level);
      hashes.push(hash);
      if (hashes.length % TILE_WIDTH > 0) return;
      hash = perfectRoot(hashes.slice(-TILE_WIDTH));
    }
  }

  /** A tile above the leaves; fewer hashes than asked for at its right edge. @param level from 1 */
  tile(level: number, index: number, width: number): readonly Hash[] {
    return (this.levels[level] ?? []).slice(index * TILE_WIDTH, index * TILE_WIDTH + width);
  }

  /** Whether these are the leaves of a tile from its beginning: all 256, or any number of the last, partial tile. */
  holds(index: number, leaves: readonly Hash[]): boolean {
    const full = this.levels[1]?.[index];
    if (full) return leaves.length === TILE_WIDTH && perfectRoot(leaves).equals(full);
    const last = this.of(0);
    return (
      index === (this.levels[1]?.length ?? 0) &&
      leaves.length <= last.length &&
      leaves.every((leaf, at) => last[at]?.equals(leaf))
    );
  }

  private of(level: number): Hash[] {
    return (this.levels[level] ??= []);
  }
}

/** The root over hashes whose number is a power of two. */
function perfectRoot(hashes: readonly Hash[]): Hash {
  const [only] = hashes;
  if (hashes.length === 1 && only) return only;
  const half = hashes.length / 2;
  return nodeHash(perfectRoot(hashes.slice(0, half)), perfectRoot(hashes.slice(half)));
}
