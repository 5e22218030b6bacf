import { randomInt } from 'node:crypto';
import sql, { join } from 'sql-template-tag';
import { readUnindexed, type Transaction } from '../../../platform/index.js';
import { STATUS_LIST_SIZE } from '../../core/index.js';
import { LogHasBeenChanged } from '../../log/index.js';
import { FULL, newestList } from './status-lists.js';

export interface StatusPosition {
  readonly statusList: number;
  readonly statusIndex: number;
}

/** Where so many positions are taken, most of them by nobody's certificate, the next list is used. */
const NO_ROOM = FULL + Math.floor((STATUS_LIST_SIZE - FULL) / 2);
const AT_ONCE = 300;
/** Rounds without a single free position; a quarter of them are free, so something keeps them from being stored. */
const MOST_IN_VAIN = 200;

/**
 * Draws random positions in the newest status list, so that they do not reveal the order of issue; never reused.
 * @param key of the register's bindings
 * @throws LogHasBeenChanged if the database stores none, as with a trigger that no migration has made
 */
export async function drawPlaces(tx: Transaction, key: Uint8Array, count: number): Promise<StatusPosition[]> {
  const drawn: StatusPosition[] = [];
  let inVain = 0;
  while (drawn.length < count) {
    const list = await listWithRoom(tx, key);
    const candidates = [
      ...new Set(Array.from({ length: Math.min(AT_ONCE, count - drawn.length) }, () => randomInt(STATUS_LIST_SIZE))),
    ];
    const rows = await tx.query<{ place: number }>(sql`
      INSERT INTO status_place (status_list, status_index) VALUES ${join(candidates.map((place) => sql`(${list}, ${place})`))}
      ON CONFLICT DO NOTHING RETURNING status_index AS "place"`);
    const places = rows.map(({ place }) => Number(place));
    const taken = await takenPlaces(tx, list, places);
    const free = places.filter((place) => !taken.has(place));
    inVain = free.length > 0 ? 0 : inVain + 1;
    if (inVain >= MOST_IN_VAIN) throw new LogHasBeenChanged('no position in a status list can be stored');
    drawn.push(...free.map((place) => ({ statusList: list, statusIndex: place })));
  }
  return drawn;
}

/**
 * Positions that were drawn now and before, or that a certificate has, read without an index: an index that lacks an
 * entry would let two certificates have the same position.
 */
async function takenPlaces(tx: Transaction, list: number, places: readonly number[]): Promise<ReadonlySet<number>> {
  if (places.length === 0) return new Set();
  const some = join([...places]);
  const rows = await readUnindexed<{ place: number }>(
    tx,
    (unindexed) => sql`
      SELECT status_index AS "place" FROM certificate_seal ${unindexed} WHERE status_list = ${list} AND status_index IN (${some})
      UNION ALL SELECT status_index FROM status_place ${unindexed} WHERE status_list = ${list} AND status_index IN (${some})
        GROUP BY status_index HAVING COUNT(*) > 1`,
  );
  return new Set(rows.map(({ place }) => Number(place)));
}

async function listWithRoom({ query }: Transaction, key: Uint8Array): Promise<number> {
  for (let list = await newestList(query, key); ; list += 1) {
    const [row] = await query<{ used: number }>(
      sql`SELECT COUNT(*) AS "used" FROM status_place WHERE status_list = ${list}`,
    );
    if (Number(row?.used ?? 0) < NO_ROOM) return list;
  }
}
