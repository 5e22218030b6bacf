import { posix } from 'node:path';
import { type Place, placeOf } from './module-walls.js';
import { PARTS_MAY_IMPORT, PLATFORM_FLOORS } from './parts.js';
import { importsOf, type Breach, type Source } from './sources.js';

/** Maximum number of files in a folder of `src`, `views` and `test`, so that a folder stays easy to survey. */
export const MOST_FILES = 25;

const hasParts = (module: string): boolean => module in PARTS_MAY_IMPORT;
const nameOf = ({ module, part }: Place): string => (part === null ? `the root of ${module}` : `${module}/${part}`);

/** Imports that cross parts of one module, or its root. The root combines the parts and may import each. */
function crossings(one: Source): { from: Place; to: Place; path: string }[] {
  const from = placeOf(one.path);
  if (!from || !hasParts(from.module)) return [];
  return importsOf(one).flatMap(({ ours, from: path }) => {
    const to = ours ? placeOf(path) : null;
    return to && to.module === from.module && to.part !== from.part ? [{ from, to, path }] : [];
  });
}

export function partsImportOnlyWhatTheTableAllows(one: Source): Breach[] {
  return crossings(one).flatMap(({ from, to }) => {
    const allowed =
      from.part === null || (to.part !== null && PARTS_MAY_IMPORT[from.module]![from.part]!.includes(to.part));
    return allowed ? [] : [`${one.path}: ${nameOf(from)} may not import ${nameOf(to)}`];
  });
}

/** Through `index.ts`, or `domain/index.ts` for domain code, which must not load the framework. */
export function partsMeetOnlyThroughTheirIndex(one: Source): Breach[] {
  return crossings(one).flatMap(({ to, path }) => {
    const root = `src/${to.module}/${to.part}`;
    const open = to.part === null || path === `${root}/index.ts` || path === `${root}/domain/index.ts`;
    return open ? [] : [`${one.path}: imports ${path} instead of ${root}/index.ts`];
  });
}

/**
 * Only an index, the module, and lists of providers are loose files; everything else is in a room, and in a module with
 * parts in a part.
 */
export function rootsHoldNoLooseFiles({ path }: Source): Breach[] {
  const place = placeOf(path);
  if (!place || place.module === 'platform') return [];
  const name = posix.basename(path);
  if (place.room === null) {
    const known =
      name === 'index.ts' ||
      name.endsWith('.providers.ts') ||
      (place.part === null && name === `${place.module}.module.ts`);
    return known ? [] : [`${path} stands loose in ${nameOf(place)}`];
  }
  const isJoint = ['data', 'messages'].includes(place.room);
  return hasParts(place.module) && place.part === null && !isJoint
    ? [`${path} belongs to no part of ${place.module}`]
    : [];
}

export function foldersAreNotFull(paths: readonly string[]): Breach[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder} holds ${count} files, more than ${MOST_FILES}`);
}

const PLATFORM_ROOF = ['src/platform/index.ts', 'src/platform/platform.module.ts', 'src/platform/entities.ts'];

/** `-1`: the ground. `null`: not a file of the platform, or a folder without a floor. */
function floorOf(path: string): number | null {
  const [, module, folder, ...rest] = path.split('/');
  if (module !== 'platform') return null;
  if (PLATFORM_ROOF.includes(path)) return PLATFORM_FLOORS.length;
  if (rest.length === 0) return -1;
  const floor = PLATFORM_FLOORS.findIndex((folders) => folders.includes(folder!));
  return floor === -1 ? null : floor;
}

export function thePlatformLooksDownOnly(one: Source): Breach[] {
  if (!one.path.startsWith('src/platform/')) return [];
  const here = floorOf(one.path);
  if (here === null) return [`${one.path} stands on no floor of the platform`];
  return importsOf(one)
    .filter(({ ours }) => ours)
    .flatMap(({ from }) => {
      const there = floorOf(from);
      const isNeighbour = posix.dirname(from).split('/')[2] === posix.dirname(one.path).split('/')[2];
      return there === null || there < here || (there === here && isNeighbour)
        ? []
        : [`${one.path}: may not look up to ${from}`];
    });
}
