import { type Hash, joined, nodeHash } from './hashing.js';

/** A complete tree that has just been filled. */
export interface Filled {
  readonly height: number;
  readonly index: number;
  readonly hash: Hash;
}

/**
 * The right edge of a growing tree: the hashes of the complete trees that its leaves fall into, the largest first.
 * All that is needed to add a leaf and to know the root, whatever the size: as many hashes as the size has binary ones.
 */
export class Frontier {
  private constructor(
    private leaves: number,
    private readonly edge: Hash[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** @throws RangeError where so many hashes cannot be the edge of such a tree */
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

  /** Adds a leaf; answers every tree that it fills, the leaf itself first. */
  add(leaf: Hash): Filled[] {
    const filled: Filled[] = [{ height: 0, index: this.leaves, hash: leaf }];
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
