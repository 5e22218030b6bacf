import { EMPTY_ROOT, type Hash, nodeHash } from './hashing.js';

interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly path: readonly Hash[];
}

/** The root that a path leads to (RFC 9162, 2.1.3.2); `null` if the path does not fit the size. */
export function rootByInclusion({ index, size, leaf, path }: Inclusion): Hash | null {
  if (index < 0 || index >= size) return null;
  let [at, last, root] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      root = nodeHash(root, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Whether a tree is a prefix of a later one, proven by the hashes of `consistencyPath` (RFC 9162, 2.1.4.2). */
export function growsInto(old: TreeHead, later: TreeHead, path: readonly Hash[]): boolean {
  if (old.size > later.size) return false;
  if (old.size === later.size) return path.length === 0 && old.root.equals(later.root);
  if (old.size === 0) return path.length === 0 && old.root.equals(EMPTY_ROOT);
  const [first, ...rest] = isPowerOfTwo(old.size) ? [old.root, ...path] : path;
  if (!first) return false;
  let [at, last] = [old.size - 1, later.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [before, after] = [nodeHash(hash, before), nodeHash(hash, after)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      after = nodeHash(after, hash);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && before.equals(old.root) && after.equals(later.root);
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}
