import sql from 'sql-template-tag';
import { setImmediate } from 'node:timers/promises';
import { Busy, type QueryFunction } from '../../../platform/index.js';
import {
  addUpBindings,
  type Binding,
  type FrozenRecord,
  isGenuine,
  isTotalOf,
  readRegister,
  recordHash,
  storedNumber,
  type SumCoverage,
  type SummedBinding,
  type TotalOfBindings,
} from '../../log/index.js';
import { frozenRecordOf, registerRecords } from './register-records.js';

const AT_ONCE = 500;
const TRIES = 3;
/** Seconds. */
const RETRY_AFTER = 1;

type StoredBinding = Binding & SummedBinding;

interface IssuedSince {
  /** What was issued, as it was bound. */
  readonly records: readonly FrozenRecord[];
  /** Ids of certificates whose rows are gone or altered. */
  readonly altered: readonly string[];
}

/**
 * All certificates bound since an instant, whatever their rows say now; `null`: bindings are missing or altered, so
 * some may be unknown. Reads all bindings: 0.35 s for 20,000, and the rows of the certificates since then.
 * @throws Busy if others issue all the time
 */
export async function issuedSince(query: QueryFunction, key: Uint8Array, since: number): Promise<IssuedSince | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { state: before, fault } = await readRegister(query, key);
    if (!before) return null;
    const found = await readBindings(query, key, { since, sum: before });
    const { state } = await readRegister(query, key);
    // On PostgreSQL, another act may have issued between two queries.
    if (before.changes !== state?.changes) continue;
    if (fault !== null || !found || !isTotalOf(found, state)) return null;
    return recordsOf(query, found.since);
  }
  throw new Busy(RETRY_AFTER);
}

/** `null`: one was not made with this key. */
async function readBindings(
  query: QueryFunction,
  key: Uint8Array,
  { since, sum }: { readonly since: number; readonly sum: SumCoverage },
): Promise<(TotalOfBindings & { readonly since: ReadonlyMap<string, Binding> }) | null> {
  const found = new Map<string, Binding>();
  let areGenuine = true;
  const total = await addUpBindings<StoredBinding>(query, key, {
    sum,
    columns: sql`, act AS "act", acted_at AS "actedAt", record AS "record", parts AS "parts"`,
    atOnce: AT_ONCE,
    take: (some) => {
      for (const { id, ...stored } of some) {
        const binding = { ...stored, actedAt: storedNumber(stored.actedAt) };
        areGenuine &&= isGenuine(key, id, binding);
        if (binding.actedAt >= since) found.set(id, binding);
      }
      return setImmediate();
    },
  });
  return areGenuine ? { ...total, since: found } : null;
}

async function recordsOf(query: QueryFunction, bindings: ReadonlyMap<string, Binding>): Promise<IssuedSince> {
  const rows = await registerRecords(query, [...bindings.keys()]);
  const records = rows
    .filter((row) => !row.isDoubled)
    .map(frozenRecordOf)
    .filter((record) => recordHash(record) === bindings.get(record.id)?.record);
  const asBound = new Set(records.map(({ id }) => id));
  return { records, altered: [...bindings.keys()].filter((id) => !asBound.has(id)) };
}
