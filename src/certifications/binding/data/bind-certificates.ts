import sql, { join } from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import {
  alteredParts,
  type Binding,
  type BindingAct,
  type BindingChange,
  bindingHolds,
  bindState,
  type BoundState,
  contradicts,
  hashParts,
  lockRegister,
  logAgreement,
  LogHasBeenChanged,
  lookUpTags,
  type ReadLog,
  recordHash,
  type RegisterWriter,
} from '../../log/index.js';
import { isInOrder, type RecordAnswer } from '../domain/record-checks.js';
import { NEW_RECORD, stateAfter, type WrittenRows } from './written.js';
import { CertificateBinding } from './certificate-binding.entity.js';
import { hasOwnTags, tagsOf } from './look-up-tags.js';
import { demandUnboundNumbers } from './bound-numbers.js';
import { frozenRecordOf, type RegisterRecord, registerRecords } from './register-records.js';

const AT_ONCE = 200;

export interface RecordedAct {
  readonly act: BindingAct;
  /** Epoch milliseconds. */
  readonly actedAt: number;
}

/** A certificate that an act has just issued. */
export interface NewRecord {
  readonly id: string;
  /** Hash of the frozen row (`recordHash`). */
  readonly record: string;
  readonly written: WrittenRows;
}

/** A certificate whose standing an act has changed. */
export interface ChangedRecord {
  /** As it was when the act found it in order. */
  readonly judged: RegisterRecord;
  readonly written: WrittenRows;
}

/** What must stand now. */
interface ExpectedRecord {
  /** Hash of the frozen row. */
  readonly record: string | undefined;
  readonly state: BoundState;
  /** The binding that was checked; `undefined`: it is not bound yet. */
  readonly binding?: Binding | null;
}

/** The row of a new record is compared by its hash: as it is stored, only the database knows it. */
function differsFrom(key: Uint8Array, { record, state, binding }: ExpectedRecord, found: RegisterRecord): boolean {
  const bound = state.row.length === 0 ? { ...state, row: found.bound.row } : state;
  return (
    found.isDoubled ||
    (binding !== undefined && !hasOwnTags(key, found)) ||
    recordHash(frozenRecordOf(found)) !== record ||
    found.binding?.mac !== binding?.mac ||
    alteredParts(found.bound, { parts: JSON.stringify(hashParts(bound)) }).length > 0
  );
}

/**
 * The records as they stand now, read after the register was locked: what is bound is exactly what was compared. On
 * PostgreSQL, others may have written between an act's check and this.
 * @throws LogHasBeenChanged if one of them is missing, or says anything other than the act found and wrote
 */
async function recordsAsExpected(
  tx: Transaction,
  key: Uint8Array,
  expected: readonly ExpectedRecord[],
): Promise<RegisterRecord[]> {
  const byId = new Map(expected.map((one) => [one.state.id, one]));
  const records = await registerRecords(tx.query, [...byId.keys()]);
  if (records.length !== byId.size) throw new LogHasBeenChanged('certificates that were written are not there');
  for (const record of records) {
    const one = byId.get(record.id);
    if (!one || differsFrom(key, one, record))
      throw new LogHasBeenChanged(`what stands of certificate ${record.number} is not what was written`);
  }
  return records;
}

/**
 * Binds certificates that an act has just issued.
 * @throws LogHasBeenChanged if the tables contain anything other than the act wrote
 * @throws NumberIsBound if another certificate was bound with one of the numbers, whatever its row says
 */
export async function bindIssued(
  tx: Transaction,
  writer: RegisterWriter,
  { fresh, ...issued }: RecordedAct & { readonly fresh: readonly NewRecord[] },
): Promise<void> {
  const register = await lockRegister(tx, writer);
  const expected = fresh.map(({ id, record, written }) => ({
    record,
    state: stateAfter({ id, ...NEW_RECORD }, written),
  }));
  const records = await recordsAsExpected(tx, writer.key, expected);
  await demandUnboundNumbers(tx, writer.key, { records, stored: register.total });
  await register.bound(await insertBindings(tx, writer.key, { ...issued, records }));
}

/** Does not update the register's state, which must be rebuilt afterwards. */
export async function insertBindings(
  tx: Transaction,
  key: Uint8Array,
  { records, ...issued }: RecordedAct & { readonly records: readonly RegisterRecord[] },
): Promise<BindingChange[]> {
  const rows = records.map((one) => ({
    certificateId: one.id,
    ...bindState(key, one.bound, { ...issued, record: recordHash(frozenRecordOf(one)) }),
    ...lookUpTags(key, one.frozen),
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx.of(CertificateBinding).insert(rows.slice(from, from + AT_ONCE));
  return rows.map(({ certificateId: id, mac, numberTag, tokenTag }) => ({
    before: null,
    after: { id, mac, numberTag, tokenTag },
  }));
}

/**
 * Binds certificates again after an act has changed their standing. The act must first check that they are in order
 * (`inOrder`): otherwise foreign changes would be bound as well.
 * @throws LogHasBeenChanged if the tables contain anything other than the act found and wrote
 */
export async function bindAgain(
  tx: Transaction,
  writer: RegisterWriter,
  changed: readonly ChangedRecord[],
): Promise<void> {
  if (changed.length === 0) return;
  const register = await lockRegister(tx, writer);
  const expected = changed.map(({ judged, written }) => ({
    record: judged.binding?.record,
    binding: judged.binding,
    state: stateAfter(judged.bound, written),
  }));
  await register.bound(await updateBindings(tx, writer.key, await recordsAsExpected(tx, writer.key, expected)));
}

/** Does not update the register's state, which must be rebuilt afterwards. */
export async function updateBindings(
  tx: Transaction,
  key: Uint8Array,
  records: readonly RegisterRecord[],
): Promise<BindingChange[]> {
  const changes: BindingChange[] = [];
  const missing = await tagsOf(
    tx.query,
    key,
    records.filter((record) => !hasOwnTags(key, record)),
  );
  for (const record of records) {
    const { id, bound, binding } = record;
    if (!binding) continue;
    if (record.isDoubled || recordHash(frozenRecordOf(record)) !== binding.record)
      throw new LogHasBeenChanged(`the frozen row of certificate ${record.number} was altered`);
    const { parts, mac } = bindState(key, bound, binding);
    const { numberTag, tokenTag } = missing.get(id) ?? binding;
    const changed = { parts, mac, numberTag, tokenTag };
    await tx.of(CertificateBinding).update({ certificateId: id }, changed);
    changes.push({ before: { id, ...binding }, after: { id, ...changed } });
  }
  return changes;
}

export interface RecordCheckContext {
  /** Of the register's bindings, 32 bytes. */
  readonly key: Uint8Array;
  readonly log: ReadLog;
}

export function answerFor({ key, log: read }: RecordCheckContext, record: RegisterRecord): RecordAnswer {
  const { bound, binding, entries, state, reason, credentialHash } = record;
  const spoken = { entries, state, reason, credentialHash, record: binding?.record ?? null };
  const log = contradicts(read, spoken) ? 'differs' : logAgreement(spoken);
  if (!binding) return { binding: 'missing', log };
  return { binding: !record.isDoubled && bindingHolds(key, bound, binding) ? 'holds' : 'broken', log };
}

/** The records among these that are unaltered, by id. */
export async function inOrder(
  query: QueryFunction,
  judging: RecordCheckContext,
  ids: readonly string[],
): Promise<Map<string, RegisterRecord>> {
  const records = await registerRecords(query, ids);
  return new Map(records.filter((one) => isInOrder(answerFor(judging, one))).map((one) => [one.id, one]));
}

/** The same without checking the log, for certificates about to be logged. */
export async function boundAsWritten(
  query: QueryFunction,
  key: Uint8Array,
  ids: readonly string[],
): Promise<Set<string>> {
  const records = await registerRecords(query, ids);
  return new Set(
    records
      .filter(({ bound, binding, isDoubled }) => !isDoubled && binding && bindingHolds(key, bound, binding))
      .map(({ id }) => id),
  );
}

export async function boundCount(query: QueryFunction): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM certificate_binding`);
  return Number(row?.count ?? 0);
}

/** Numbers of certificates, for messages. */
export async function numbersOf(query: QueryFunction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await query<{ number: string }>(
    sql`SELECT number AS "number" FROM certificate WHERE id IN (${join([...ids])}) ORDER BY number`,
  );
  return rows.map(({ number }) => number);
}
