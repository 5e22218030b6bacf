import { ServiceUnavailableException } from '@nestjs/common';
import { createHash } from 'node:crypto';
import sql, { join } from 'sql-template-tag';
import { bytesFrom } from '../columns/columns.js';
import type { QueryFunction } from '../database/index.js';

export interface PictureBytes {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A picture is missing, or its stored bytes do not match its key: somebody else has removed or written them. */
export class PictureAltered extends ServiceUnavailableException {
  constructor(readonly key: string) {
    super(`Picture ${key} is missing, or its bytes are not those that were stored`);
  }
}

const MOST_KEPT = 40;
const kept = new Map<string, PictureBytes>();

/** The picture of a key (SHA-256, hex), or `null`. A key's bytes never change, so the last few are cached. */
export async function pictureOf(query: QueryFunction, sha256: string): Promise<PictureBytes | null> {
  return (await picturesByKey(query, [sha256])).get(sha256) ?? null;
}

/**
 * The pictures that exist, by key: one query for all that are not cached.
 * @throws PictureAltered if the bytes of one do not match its key: nothing is drawn or signed with them
 */
export async function picturesByKey(
  query: QueryFunction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PictureBytes>> {
  const unknown = [...new Set(keys)].filter((key) => !kept.has(key));
  const fresh =
    unknown.length === 0
      ? []
      : await query<Omit<PictureBytes, 'bytes'> & { sha256: string; bytes: string }>(sql`
    SELECT sha256 AS "sha256", type AS "type", bytes AS "bytes", width AS "width", height AS "height" FROM picture WHERE sha256 IN (${join(unknown)})`);
  const read = new Map(fresh.map(({ sha256, bytes, ...rest }) => [sha256, { ...rest, bytes: bytesFrom(bytes) }]));
  for (const [key, { bytes }] of read) if (hashOf(bytes) !== key) throw new PictureAltered(key);
  const found = new Map(
    keys.flatMap((key) => {
      const one = read.get(key) ?? kept.get(key);
      return one ? [[key, one] as const] : [];
    }),
  );
  for (const [key, one] of found) remember(key, one);
  return found;
}

/**
 * All of these pictures, for what must not be drawn or signed without them.
 * @throws PictureAltered if one is missing or altered
 */
export async function requiredPictures(
  query: QueryFunction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PictureBytes>> {
  const found = keys.length === 0 ? new Map<string, PictureBytes>() : await picturesByKey(query, keys);
  const missing = keys.find((key) => !found.has(key));
  if (missing !== undefined) throw new PictureAltered(missing);
  return found;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function remember(key: string, picture: PictureBytes): void {
  kept.delete(key);
  kept.set(key, picture);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
}
