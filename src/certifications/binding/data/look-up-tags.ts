import sql, { join } from 'sql-template-tag';
import { everyRow, type QueryFunction, type Transaction } from '../../../platform/index.js';
import {
  type BindingChange,
  bindingHolds,
  type FrozenRecord,
  inParts,
  type LookUpTags,
  lookUpTags,
  numberTag,
  SUMMED_COLUMNS,
  type SummedBinding,
  sumOf,
  tokenTag,
} from '../../log/index.js';
import { CertificateBinding } from './certificate-binding.entity.js';
import { type RegisterRecord, registerRecords } from './register-records.js';

const AT_ONCE = 500;

/** Ids of certificates by canonical number. More than one: nobody can tell whose the number is. */
export type IdsByNumber = ReadonlyMap<string, ReadonlySet<string>>;

/** Ids of issued certificates by canonical number, whatever their rows say now. */
export async function idsByNumber(
  query: QueryFunction,
  key: Uint8Array,
  numberKeys: readonly string[],
): Promise<IdsByNumber> {
  const byTag = new Map([...new Set(numberKeys)].map((numberKey) => [numberTag(key, numberKey), numberKey]));
  const rows = await inParts([...byTag.keys()], (tags) =>
    query<{ tag: string; id: string }>(
      sql`SELECT number_tag AS "tag", certificate_id AS "id" FROM certificate_binding WHERE number_tag IN (${join(tags)})`,
    ),
  );
  return idsOf(rows.map(({ tag, id }) => [byTag.get(tag)!, id]));
}

/** @param found pairs of a canonical number and an id */
export function idsOf(found: Iterable<readonly [string, string]>): IdsByNumber {
  const ids = new Map<string, Set<string>>();
  for (const [numberKey, id] of found) ids.set(numberKey, (ids.get(numberKey) ?? new Set()).add(id));
  return ids;
}

/** By the token in the address that the QR code opens. */
export async function idByToken(query: QueryFunction, key: Uint8Array, token: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    sql`SELECT certificate_id AS "id" FROM certificate_binding WHERE token_tag = ${tokenTag(key, token)}`,
  );
  return row?.id ?? null;
}

/** Ids among these that were bound. */
export async function boundIds(query: QueryFunction, ids: readonly string[]): Promise<string[]> {
  const rows = await inParts(ids, (some) =>
    query<{ id: string }>(
      sql`SELECT certificate_id AS "id" FROM certificate_binding WHERE certificate_id IN (${join(some)})`,
    ),
  );
  return rows.map(({ id }) => id);
}

interface TaggedRow extends SummedBinding {
  /** `null`: the certificate's row is gone. */
  readonly number: string | null;
  readonly numberKey: string;
  readonly token: string;
}

interface CheckedTags extends TaggedRow {
  /** Its tags do not find it, because its row or they were altered or removed. */
  readonly isLost: boolean;
}

/** All bindings, a thousand at a time, each read once. */
async function* checkedTags(query: QueryFunction, key: Uint8Array): AsyncGenerator<CheckedTags[]> {
  const [numberTags, tokenTags] = [new Set<string>(), new Set<string>()];
  const parts = everyRow<TaggedRow>(query, {
    key: 'b.certificate_id',
    columns: sql`${SUMMED_COLUMNS}, k.number AS "number", k.number_key AS "numberKey", k.token AS "token"`,
    from: sql`FROM certificate_binding b LEFT JOIN certificate k ON k.id = b.certificate_id`,
    atOnce: 2 * AT_ONCE,
  });
  for await (const some of parts)
    yield some.map((row) => {
      const [number, token] = [row.numberTag ?? row.id, row.tokenTag ?? row.id];
      // Anybody can copy tags, together with number and token, from one certificate to another.
      const isCopied = numberTags.has(number) || tokenTags.has(token);
      numberTags.add(number);
      tokenTags.add(token);
      return { ...row, isLost: isCopied || row.number === null || !areOwnTags(key, row, row) };
    });
}

/**
 * Certificates that their tags do not find; with the number, if known. `between` is awaited after every thousand.
 */
export async function lostToLookUps(
  query: QueryFunction,
  key: Uint8Array,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<{ id: string; number: string | null }[]> {
  const found: { id: string; number: string | null }[] = [];
  for await (const some of checkedTags(query, key)) {
    found.push(...some.filter(({ isLost }) => isLost).map(({ id, number }) => ({ id, number })));
    await between();
  }
  return found;
}

/**
 * The change of the sum of all bindings once it covers their tags. Sums with and without tags are of the same rows, so
 * nobody can alter some between them. Tags that find no certificate count as missing: somebody may have altered them,
 * and the sum must not come out then.
 */
export async function changeByTags(query: QueryFunction, key: Uint8Array): Promise<bigint> {
  let change = 0n;
  for await (const some of checkedTags(query, key)) {
    const rows = some.map((row) => (row.isLost ? { ...row, numberTag: null, tokenTag: null } : row));
    change += sumOf(key, rows, { tagsSummedAt: 0 }) - sumOf(key, rows, { tagsSummedAt: null });
  }
  return change;
}

/** Whether the tags of a bound certificate find it. */
export function hasOwnTags(key: Uint8Array, { frozen, binding }: Pick<RegisterRecord, 'frozen' | 'binding'>): boolean {
  return binding !== null && areOwnTags(key, frozen, binding);
}

function areOwnTags(
  key: Uint8Array,
  row: Pick<FrozenRecord, 'numberKey' | 'token'>,
  tags: Pick<SummedBinding, 'numberTag' | 'tokenTag'>,
): boolean {
  const own = lookUpTags(key, row);
  return own.numberTag === tags.numberTag && own.tokenTag === tags.tokenTag;
}

interface SharedTag {
  readonly tag: string;
  readonly id: string;
  /** `null`: the certificate's row is gone. */
  readonly number: string | null;
}

/** Certificates that were bound with the same number, group by group; not found through the index of the tags. */
export async function boundWithSameNumber(query: QueryFunction): Promise<SharedTag[][]> {
  const rows = await query<SharedTag>(sql`
    SELECT b.number_tag AS "tag", b.certificate_id AS "id", k.number AS "number"
    FROM (SELECT number_tag || '' AS tag, MIN(mac) AS mac FROM certificate_binding GROUP BY number_tag || '' HAVING COUNT(*) > 1) t
      JOIN certificate_binding b ON b.number_tag || '' = t.tag LEFT JOIN certificate k ON k.id = b.certificate_id
    ORDER BY b.certificate_id`);
  const byTag = new Map<string, SharedTag[]>();
  for (const row of rows) byTag.set(row.tag, [...(byTag.get(row.tag) ?? []), row]);
  return [...byTag.values()];
}

/** Ids of certificates without tags, bound before there were any. */
export async function untagged(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT certificate_id AS "id" FROM certificate_binding WHERE number_tag IS NULL OR token_tag IS NULL`,
  );
  return rows.map(({ id }) => id);
}

/**
 * The tags to store with certificates, by id. Those whose number another certificate is bound with are left out: the
 * database refuses a second one, and `verify-log` names what was altered.
 */
export async function tagsOf(
  query: QueryFunction,
  key: Uint8Array,
  records: readonly Pick<RegisterRecord, 'id' | 'frozen'>[],
): Promise<ReadonlyMap<string, LookUpTags>> {
  const holders = await idsByNumber(
    query,
    key,
    records.map(({ frozen }) => frozen.numberKey),
  );
  return new Map(
    records
      .filter(({ id, frozen }) => [...(holders.get(frozen.numberKey) ?? [])].every((holder) => holder === id))
      .map(({ id, frozen }) => [id, lookUpTags(key, frozen)]),
  );
}

/**
 * Adds tags to those whose record is unaltered. Does not update the register's state.
 * @returns what was changed
 */
export async function tagCertificates(
  tx: Transaction,
  key: Uint8Array,
  ids: readonly string[],
): Promise<BindingChange[]> {
  const records = await registerRecords(tx.query, ids);
  const tags = await tagsOf(tx.query, key, records);
  const changes: BindingChange[] = [];
  for (const { id, bound, binding, isDoubled } of records) {
    const own = tags.get(id);
    if (isDoubled || !own || !binding || !bindingHolds(key, bound, binding)) continue;
    await tx.of(CertificateBinding).update({ certificateId: id }, own);
    changes.push({ before: { id, ...binding }, after: { id, ...binding, ...own } });
  }
  return changes;
}
