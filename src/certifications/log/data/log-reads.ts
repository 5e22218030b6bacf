import sql, { join } from 'sql-template-tag';
import { type QueryFunction, storedList } from '../../../platform/index.js';
import { storedNumber, storedNumberOrNull } from '../log/bound-record.js';
import type { LogEventKind } from '../log/entry.js';
import { type Hash } from '../log/hashing.js';
import { type HashAt, type Tile, TILE_WIDTH } from '../log/tiles.js';

export interface HeadRow {
  readonly size: number;
  readonly root: Hash;
  readonly edge: readonly Hash[];
  readonly checkpoint: string | null;
  readonly at: number | null;
}

/** The signed head as it is published: one column of one row. */
export const newestCheckpoint = sql`SELECT checkpoint AS "checkpoint" FROM log_head`;

/** `null` where somebody took the head away. */
export async function logHead(query: QueryFunction): Promise<HeadRow | null> {
  const [row] = await query<{
    size: number;
    root: string;
    edge: string;
    checkpoint: string | null;
    at: number | null;
  }>(sql`
    SELECT size AS "size", root AS "root", edge AS "edge", checkpoint AS "checkpoint", at AS "at" FROM log_head`);
  return row
    ? {
        size: storedNumber(row.size),
        root: fromBase64(row.root),
        edge: edgeFrom(row.edge),
        // What is no text is no checkpoint.
        checkpoint: row.checkpoint === null || typeof row.checkpoint === 'string' ? row.checkpoint : '',
        at: storedNumberOrNull(row.at),
      }
    : null;
}

/** A row between two positions, which SQLite would store, shifts none of the others. */
const AT_WHOLE_POSITION = sql`position = CAST(position AS INTEGER)`;

/** The hashes of a level from one position on, up to the given number. */
export async function hashesFrom(
  query: QueryFunction,
  level: number,
  { position, count }: { readonly position: number; readonly count: number },
): Promise<Hash[]> {
  const rows = await query<{ hash: string }>(sql`
    SELECT hash AS "hash" FROM log_hash WHERE level = ${level} AND position >= ${position} AND position < ${position + count} AND ${AT_WHOLE_POSITION} ORDER BY position`);
  return rows.map(({ hash }) => fromBase64(hash));
}

/** All that these tiles hold, to work proofs out from. */
export async function hashesOfTiles(query: QueryFunction, tiles: readonly Tile[]): Promise<HashAt> {
  const known = new Map<string, Hash>();
  for (const { level, index } of tiles) {
    const position = index * TILE_WIDTH;
    const hashes = await hashesFrom(query, level, { position, count: TILE_WIDTH });
    for (const [at, hash] of hashes.entries()) known.set(`${level} ${position + at}`, hash);
  }
  return (level, position) => {
    const hash = known.get(`${level} ${position}`);
    if (!hash) throw new Error(`The log lacks hash ${position} of level ${level}. Run: npm run academy -- verify-log`);
    return hash;
  };
}

export interface EntryRow {
  readonly position: number;
  readonly certificateId: string;
  readonly kind: LogEventKind;
  readonly credentialHash: string;
  readonly at: number;
  readonly text: string;
}

/** Entries from one position on, in order, up to the given number. */
export const entriesFrom = (query: QueryFunction, position: number, count: number): Promise<EntryRow[]> =>
  entries(query, sql`position >= ${position} AND position < ${position + count}`);

/** What was logged of some certificates, in order. */
export const entriesOf = async (query: QueryFunction, certificateIds: readonly string[]): Promise<EntryRow[]> =>
  certificateIds.length === 0
    ? []
    : (await entries(query, sql`certificate_id IN (${join([...certificateIds])})`)).filter(({ certificateId }) =>
        // A column may compare otherwise than its text says.
        certificateIds.includes(certificateId),
      );

async function entries(query: QueryFunction, where: ReturnType<typeof sql>): Promise<EntryRow[]> {
  const rows = await query<EntryRow>(sql`
    SELECT position AS "position", certificate_id AS "certificateId", kind AS "kind", credential_hash AS "credentialHash", at AS "at", text AS "text"
    FROM log_entry WHERE ${where} ORDER BY position`);
  return rows.map((row) => ({ ...row, at: storedNumber(row.at) }));
}

/** None where it cannot be read: it leads to no root then. */
function edgeFrom(text: string): Hash[] {
  try {
    return storedList<string>(text).map(fromBase64);
  } catch {
    return [];
  }
}

function fromBase64(text: string): Hash {
  return Buffer.from(text, 'base64');
}
