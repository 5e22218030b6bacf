import { type Hash, joined, nodeHash } from './hashing.js';

/** A complete subtree that was just filled. */
export interface FilledTree {
  readonly height: number;
  readonly index: number;
  readonly hash: Hash;
}

/**
 * The right edge of a growing tree: hashes of the complete subtrees that cover its leaves, largest first. Enough to add
 * a leaf and to compute the root; as many hashes as the binary size has ones.
 */
export class Frontier {
  private constructor(
    private leaves: number,
    private readonly edge: Hash[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** @throws RangeError if the number of hashes does not fit the size */
  static of(size: number, hashes: readonly Hash[]): Frontier {
    if (hashes.length !== onesIn(size))
      throw new RangeError(`A tree of ${size} entries has no edge of ${hashes.length} hashes`);
    return new Frontier(size, [...hashes]);
  }

  get size(): number {
    return this.leaves;
  }

  get hashes(): readonly Hash[] {
    return this.edge;
  }

  get root(): Hash {
    return joined(this.edge);
  }

  /** Adds a leaf and returns every subtree that it completes, the leaf itself first. */
  add(leaf: Hash): FilledTree[] {
    const filled: FilledTree[] = [{ height: 0, index: this.leaves, hash: leaf }];
    let [hash, height] = [leaf, 0];
    for (let rest = this.leaves; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = nodeHash(this.edge.pop() ?? hash, hash);
      height += 1;
      filled.push({ height, index: (rest - 1) / 2, hash });
    }
    this.edge.push(hash);
    this.leaves += 1;
    return filled;
  }
}

function onesIn(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
