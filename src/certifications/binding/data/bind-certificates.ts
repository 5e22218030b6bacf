import sql, { join } from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import type { CertificateEventKind, CertificateState } from '../../core/index.js';
import {
  alteredParts,
  type BindingAct,
  bindingHolds,
  bindState,
  type BoundPart,
  contradicts,
  lockRegister,
  logAgreement,
  LogHasBeenChanged,
  lookUpTags,
  type ReadLog,
  recordHash,
  type RegisterWriter,
} from '../../log/index.js';
import { isInOrder, type RecordAnswer } from '../domain/register-check.js';
import { CertificateBinding } from './certificate-binding.entity.js';
import { frozenRecordOf, type RegisterRecord, registerRecords } from './register-records.js';

const AT_ONCE = 200;

export interface Issued {
  readonly act: BindingAct;
  /** Epoch milliseconds. */
  readonly actedAt: number;
}

/** What an act intended to write; omitted fields were not changed. */
export interface Intended {
  readonly id: string;
  /** Hash of the frozen row (`recordHash`). */
  readonly record?: string;
  /** Hash of its credential. */
  readonly credential?: string;
  readonly state?: CertificateState;
  readonly reason?: string;
  /** New events in its history. */
  readonly event?: CertificateEventKind;
  /** Parts of the record that the act changed; if given, no other part may differ from its binding. */
  readonly changed?: readonly BoundPart[];
}

/** @throws LogHasBeenChanged if the tables contain anything other than the act wrote */
function demandIntended(record: RegisterRecord, intended: Intended | undefined): void {
  const { number, state, reason, credentialHash, bound, binding } = record;
  const { changed } = intended ?? {};
  if (!intended) throw new LogHasBeenChanged(`certificate ${number} is none of those that were written`);
  const differs =
    record.isDoubled ||
    (changed !== undefined && (!binding || alteredParts(bound, binding).some((part) => !changed.includes(part)))) ||
    (intended.record !== undefined && recordHash(frozenRecordOf(record)) !== intended.record) ||
    (intended.credential !== undefined && credentialHash !== intended.credential) ||
    (intended.state !== undefined && state !== intended.state) ||
    (intended.reason !== undefined && reason !== intended.reason) ||
    (intended.event !== undefined && !bound.history.some(([, , kind]) => kind === intended.event));
  if (differs) throw new LogHasBeenChanged(`what stands of certificate ${number} is not what was written`);
}

/** @throws LogHasBeenChanged if one of them is missing or altered */
async function recordsAsIntended(tx: Transaction, intended: readonly Intended[]): Promise<RegisterRecord[]> {
  const byId = new Map(intended.map((one) => [one.id, one]));
  const records = await registerRecords(tx.query, [...byId.keys()]);
  if (records.length !== byId.size) throw new LogHasBeenChanged('certificates that were written are not there');
  for (const record of records) demandIntended(record, byId.get(record.id));
  return records;
}

/**
 * Binds certificates that an act has just issued.
 * @throws LogHasBeenChanged if the tables contain anything other than the act wrote
 */
export async function bindIssued(
  tx: Transaction,
  writer: RegisterWriter,
  { intended, ...issued }: Issued & { readonly intended: readonly Intended[] },
): Promise<void> {
  const register = await lockRegister(tx, writer);
  const bound = await insertBindings(tx, writer.key, { ...issued, records: await recordsAsIntended(tx, intended) });
  await register.bound(bound.map(({ certificateId: id, mac }) => ({ id, mac, before: null })));
}

/** Does not update the register's state, which must be rebuilt afterwards. */
export async function insertBindings(
  tx: Transaction,
  key: Uint8Array,
  { records, ...issued }: Issued & { readonly records: readonly RegisterRecord[] },
): Promise<CertificateBinding[]> {
  const rows = records.map((one) => ({
    certificateId: one.id,
    ...bindState(key, one.bound, { ...issued, record: recordHash(frozenRecordOf(one)) }),
    ...lookUpTags(key, one.frozen),
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx.of(CertificateBinding).insert(rows.slice(from, from + AT_ONCE));
  return rows;
}

/**
 * Binds certificates again after an act has changed their standing. The act must first check that they are in order
 * (`inOrder`): otherwise foreign changes would be bound as well.
 * @throws LogHasBeenChanged if the tables contain anything other than the act wrote
 */
export async function bindAgain(tx: Transaction, writer: RegisterWriter, intended: readonly Intended[]): Promise<void> {
  if (intended.length === 0) return;
  const register = await lockRegister(tx, writer);
  await register.bound(await updateBindings(tx, writer.key, await recordsAsIntended(tx, intended)));
}

/** Does not update the register's state, which must be rebuilt afterwards. */
export async function updateBindings(
  tx: Transaction,
  key: Uint8Array,
  records: readonly RegisterRecord[],
): Promise<{ id: string; before: string; mac: string }[]> {
  const changes: { id: string; before: string; mac: string }[] = [];
  for (const record of records) {
    const { id, bound, binding } = record;
    if (!binding) continue;
    if (record.isDoubled || recordHash(frozenRecordOf(record)) !== binding.record)
      throw new LogHasBeenChanged(`the frozen row of certificate ${record.number} was altered`);
    const { parts, mac } = bindState(key, bound, binding);
    const tags = lookUpTags(key, record.frozen);
    await tx.of(CertificateBinding).update({ certificateId: id }, { parts, mac, ...tags });
    changes.push({ id, before: binding.mac, mac });
  }
  return changes;
}

export interface Judging {
  /** Of the register's bindings, 32 bytes. */
  readonly key: Uint8Array;
  readonly log: ReadLog;
}

export function answerFor({ key, log: read }: Judging, record: RegisterRecord): RecordAnswer {
  const { bound, binding, entries, state, reason, credentialHash } = record;
  const spoken = { entries, state, reason, credentialHash, record: binding?.record ?? null };
  const log = contradicts(read, spoken) ? 'differs' : logAgreement(spoken);
  if (!binding) return { binding: 'missing', log };
  return { binding: !record.isDoubled && bindingHolds(key, bound, binding) ? 'holds' : 'broken', log };
}

/** Ids among these whose record is unaltered. */
export async function inOrder(query: QueryFunction, judging: Judging, ids: readonly string[]): Promise<Set<string>> {
  const records = await registerRecords(query, ids);
  return new Set(records.filter((one) => isInOrder(answerFor(judging, one))).map(({ id }) => id));
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
