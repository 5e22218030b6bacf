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
import { type Finding, finding } from '../../../log/index.js';
import { readableAsync } from '../readable.js';
import { everyEnded, type KeptList, keptLists } from '../../data/verify-reads.js';

const AT_ONCE = 100;
/**
 * A list is only signed again at the next request: events logged shortly before may be missing.
 */
const SETTLED = 10 * A_MINUTE;

interface EndedCertificate {
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
  for (const kept of await keptLists(query))
    found.push(
      ...(await readableAsync(`Status list ${kept.list}`, () => listFindings(kept, keys, ended.get(kept.list)))),
    );
  return found;
}

async function listFindings(
  { list, signedAt, text }: KeptList,
  keys: readonly PublicKey[],
  places: ReadonlyMap<number, EndedCertificate> = new Map<number, EndedCertificate>(),
): Promise<Finding[]> {
  const bits = bitsIn(text);
  if (bits?.length !== STATUS_LIST_LENGTH / 8 || !(await isListSigned(text, keys, signedAt)))
    return [finding('listNotSigned', { list })];
  if (listNumberIn(text) !== list) return [finding('listMoved', { list })];
  const missing = [...places].filter(
    ([index, { loggedAt }]) => !isSet(bits, index) && loggedAt !== null && loggedAt < signedAt - SETTLED,
  );
  return [
    ...missing.map(([, { number }]) => finding('listBitMissing', { list, number })),
    ...indexesIn(text)
      .filter((index) => !places.has(index))
      .map((index) => finding('listBitSet', { list, index })),
  ];
}

/** Revoked or replaced certificates according to the log or their row, by list and status index. */
async function endedByPlace(query: QueryFunction): Promise<Map<number, Map<number, EndedCertificate>>> {
  const lists = new Map<number, Map<number, EndedCertificate>>();
  for await (const some of everyEnded(query, AT_ONCE))
    for (const { number, loggedAt, json } of some) {
      const place = json === null ? null : statusPositionIn(json);
      if (!place) continue;
      const list = lists.get(place.list) ?? new Map<number, EndedCertificate>();
      lists.set(place.list, list.set(place.index, { number, loggedAt }));
    }
  return lists;
}

const isSet = (bits: Buffer, index: number): boolean => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
