import { A_MINUTE, type QueryFunction } from '../../../../platform/index.js';
import {
  bitsIn,
  isListSigned,
  listNumberIn,
  indexesIn,
  type PublicKey,
  STATUS_LIST_LENGTH,
  statusPositionIn,
} from '../../../documents/index.js';
import { BEFORE_ALL, type Finding, finding } from '../../../log/index.js';
import { endedAfter, keptLists } from '../../data/verify-reads.js';

const AT_ONCE = 100;
/**
 * A list is only signed again at the next request: events logged shortly before may be missing.
 */
const SETTLED = 10 * A_MINUTE;

interface Ended {
  readonly number: string;
  /** `null`: not in the log, or not yet. */
  readonly loggedAt: number | null;
}

/**
 * Checks every signed list: its signature, and each bit against the log and the status indexes in the credentials.
 */
export async function checkStatusLists(query: QueryFunction, keys: readonly PublicKey[]): Promise<Finding[]> {
  const ended = await endedByPlace(query);
  const found: Finding[] = [];
  for (const { list, signedAt, text } of await keptLists(query)) {
    const [bits, places] = [bitsIn(text), ended.get(list) ?? new Map<number, Ended>()];
    if (bits?.length !== STATUS_LIST_LENGTH / 8 || !(await isListSigned(text, keys, signedAt))) {
      found.push(finding('listNotSigned', { list }));
      continue;
    }
    if (listNumberIn(text) !== list) {
      found.push(finding('listMoved', { list }));
      continue;
    }
    for (const [index, { number, loggedAt }] of places) {
      if (!isSet(bits, index) && loggedAt !== null && loggedAt < signedAt - SETTLED)
        found.push(finding('listBitMissing', { list, number }));
    }
    for (const index of indexesIn(text)) if (!places.has(index)) found.push(finding('listBitSet', { list, index }));
  }
  return found;
}

/** Revoked or replaced certificates according to the log or their row, by list and status index. */
async function endedByPlace(query: QueryFunction): Promise<Map<number, Map<number, Ended>>> {
  const lists = new Map<number, Map<number, Ended>>();
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const some = await endedAfter(query, after, AT_ONCE);
    for (const { number, loggedAt, json } of some) {
      const place = json === null ? null : statusPositionIn(json);
      if (!place) continue;
      const list = lists.get(place.list) ?? new Map<number, Ended>();
      lists.set(place.list, list.set(place.index, { number, loggedAt }));
    }
    after = some.at(-1)?.id;
  }
  return lists;
}

const isSet = (bits: Buffer, index: number): boolean => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
