import fc from 'fast-check';
import { Frontier } from '../../../../src/certifications/log/log/frontier.js';
import { EMPTY_ROOT, type Hash, leafHash } from '../../../../src/certifications/log/log/hashing.js';
import { growsInto, rootByInclusion } from '../../../../src/certifications/log/log/proving.js';
import { consistencyPath, inclusionPath, type Range } from '../../../../src/certifications/log/log/subtrees.js';
import {
  type HashAt,
  hashesOn,
  levelOfHeight,
  rangeHash,
  tilesFor,
} from '../../../../src/certifications/log/log/tiles.js';
import { plainGrowth, plainPath, plainRoot } from './plain-tree.js';

/** The leaves and roots by which Certificate Transparency's own implementations are checked. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex'),
);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (hashes: readonly Hash[]): string[] => hashes.map((hash) => hash.toString('hex'));

class Tree {
  private readonly frontier = Frontier.empty();
  private readonly hashes = new Map<string, Hash>();

  constructor(readonly leaves: readonly Buffer[]) {
    for (const leaf of leaves) {
      for (const { height, index, hash } of this.frontier.add(leafHash(leaf))) {
        const level = levelOfHeight(height);
        if (level !== null) this.hashes.set(`${level} ${index}`, hash);
      }
    }
  }

  get root(): Hash {
    return this.frontier.root;
  }

  /** Reads only from the tiles that `tilesFor` names. */
  proof(path: readonly Range[]): Hash[] {
    const tiles = new Set(tilesFor(path).map(({ level, index }) => `${level} ${index}`));
    const at: HashAt = (level, position) => {
      if (!tiles.has(`${level} ${Math.floor(position / 256)}`))
        throw new Error(`asked hash ${position} of level ${level} without its tile`);
      return this.hashes.get(`${level} ${position}`)!;
    };
    return path.map((range) => rangeHash(range, at));
  }

  stored(level: number): number {
    return [...this.hashes.keys()].filter((key) => key.startsWith(`${level} `)).length;
  }
}

function someLeaves(count: number): Buffer[] {
  return Array.from({ length: count }, (_, at) => Buffer.from(`entry ${at}`));
}

describe('the tree of the log', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))(
    'of %i reference leaves has the known root',
    (size, root) => {
      expect(new Tree(LEAVES.slice(0, size)).root.toString('hex')).toBe(root);
      expect(EMPTY_ROOT.toString('hex')).toBe(ROOTS[0]);
    },
  );

  it('proves a reference leaf by the known path', () => {
    const path = new Tree(LEAVES).proof(inclusionPath(5, 8));
    expect(hex(path)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      ROOTS[4],
    ]);
    expect(hex(new Tree(LEAVES.slice(0, 3)).proof(inclusionPath(2, 3)))).toEqual([ROOTS[2]]);
  });

  it('proves its growth by the known paths', () => {
    expect(hex(new Tree(LEAVES).proof(consistencyPath(6, 8)))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      ROOTS[4],
    ]);
    expect(hex(new Tree(LEAVES.slice(0, 5)).proof(consistencyPath(2, 5)))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('agrees with the RFC written down plainly, up to several tiles', () => {
    const all = someLeaves(700);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.nat(), fc.nat(), (size, anIndex, anOld) => {
        const tree = new Tree(all.slice(0, size));
        const [index, old] = [anIndex % size, 1 + (anOld % size)];
        expect(tree.root.equals(plainRoot(tree.leaves))).toBe(true);
        expect(hex(tree.proof(inclusionPath(index, size)))).toEqual(hex(plainPath(index, tree.leaves)));
        expect(hex(tree.proof(consistencyPath(old, size)))).toEqual(hex(plainGrowth(old, tree.leaves)));
        expect([tree.stored(0), tree.stored(1), tree.stored(2)]).toEqual([
          hashesOn(0, size),
          hashesOn(1, size),
          hashesOn(2, size),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from its edge alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }), (before, more) => {
        const leaves = someLeaves(before + more);
        const first = new Tree(leaves.slice(0, before));
        const edge = Frontier.empty();
        for (const leaf of first.leaves) edge.add(leafHash(leaf));
        const again = Frontier.of(before, edge.hashes);
        for (const leaf of leaves.slice(before)) again.add(leafHash(leaf));
        expect(again.root.equals(new Tree(leaves).root)).toBe(true);
        expect(again.size).toBe(before + more);
      }),
      { numRuns: 40 },
    );
  });

  it('knows no edge of the wrong length', () => {
    expect(() => Frontier.of(5, [EMPTY_ROOT])).toThrow(RangeError);
  });
});

describe('a proof of inclusion', () => {
  const leaves = someLeaves(520);
  const trees = new Map<number, Tree>();
  const treeOf = (size: number): Tree => trees.get(size) ?? trees.set(size, new Tree(leaves.slice(0, size))).get(size)!;
  const places = fc
    .integer({ min: 1, max: 520 })
    .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }));

  it('leads from every leaf to the root', () => {
    fc.assert(
      fc.property(places, ({ size, index }) => {
        const tree = treeOf(size);
        const path = tree.proof(inclusionPath(index, size));
        expect(rootByInclusion({ index, size, leaf: leafHash(leaves[index]!), path })?.equals(tree.root)).toBe(true);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      }),
      { numRuns: 200 },
    );
  });

  it('leads elsewhere for another leaf, another place, or with a hash changed, left out or added', () => {
    fc.assert(
      fc.property(places, fc.nat(), ({ size, index }, pick) => {
        const { root } = treeOf(size);
        const path = treeOf(size).proof(inclusionPath(index, size));
        const leaf = leafHash(leaves[index]!);
        const wrong = (changed: Partial<Parameters<typeof rootByInclusion>[0]>): void => {
          expect(rootByInclusion({ index, size, leaf, path, ...changed })?.equals(root) ?? false).toBe(false);
        };
        wrong({ leaf: leafHash(Buffer.from('forged')) });
        wrong({ path: [...path, EMPTY_ROOT] });
        wrong({ index: size });
        wrong({ index: -1 });
        if (path.length === 0) return;
        wrong({ path: path.slice(0, -1) });
        wrong({ path: path.map((hash, at) => (at === pick % path.length ? EMPTY_ROOT : hash)) });
        wrong({ index: (index + 1) % size });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a proof of growth', () => {
  const leaves = someLeaves(520);
  const trees = new Map<number, Tree>();
  const treeOf = (size: number): Tree => trees.get(size) ?? trees.set(size, new Tree(leaves.slice(0, size))).get(size)!;
  const pairs = fc
    .integer({ min: 1, max: 520 })
    .chain((size) => fc.record({ size: fc.constant(size), old: fc.nat({ max: size }) }));

  it('holds between every two heads of one log', () => {
    fc.assert(
      fc.property(pairs, ({ size, old }) => {
        const path = treeOf(size).proof(consistencyPath(old, size));
        expect(growsInto({ size: old, root: treeOf(old).root }, { size, root: treeOf(size).root }, path)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('does not hold where the beginning was rewritten, or the proof was', () => {
    fc.assert(
      fc.property(
        pairs.filter(({ old, size }) => old > 0 && old < size),
        fc.nat(),
        ({ size, old }, pick) => {
          const at = pick % old;
          const rewritten = new Tree(
            leaves.slice(0, old).map((leaf, place) => (place === at ? Buffer.from('backdated') : leaf)),
          );
          const path = treeOf(size).proof(consistencyPath(old, size));
          const [before, after] = [
            { size: old, root: treeOf(old).root },
            { size, root: treeOf(size).root },
          ];
          expect(growsInto({ size: old, root: rewritten.root }, after, path)).toBe(false);
          expect(growsInto(after, before, path)).toBe(false);
          expect(growsInto(before, after, [...path, EMPTY_ROOT])).toBe(false);
          expect(growsInto(before, after, path.slice(0, -1))).toBe(false);
          expect(
            growsInto(
              before,
              after,
              path.map((hash, place) => (place === pick % path.length ? EMPTY_ROOT : hash)),
            ),
          ).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});
