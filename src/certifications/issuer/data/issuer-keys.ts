import { createPublicKey, type JsonWebKey, X509Certificate } from 'node:crypto';
import sql from 'sql-template-tag';
import { type QueryFunction, bytesFrom, type Transaction } from '../../../platform/index.js';
import type { Bindable } from '../../binding/index.js';
import type { KeyKind, KeyState, PublicMaterial } from '../../core/index.js';
import {
  boundKeysOf,
  type Cell,
  hasGoneOn,
  lockRegister,
  macHolds,
  macOf,
  type NoteKey,
  numberCell,
  readRegister,
  type RegisterState,
  type RegisterWriter,
} from '../../log/index.js';

export interface IssuerKeyRow {
  readonly id: string;
  readonly did: string;
  readonly kind: KeyKind;
  readonly keyId: string;
  /** A placeholder where the stored text is unreadable. */
  readonly material: PublicMaterial;
  readonly isReadable: boolean;
  readonly state: KeyState;
  readonly createdAt: number;
  readonly retiredAt: number | null;
  readonly compromisedAt: number | null;
  readonly note: string | null;
  /** The cells that the MAC covers. */
  readonly bound: Bindable;
}

/** All keys ever, for every address of the academy, oldest first. */
export async function allIssuerKeys(query: QueryFunction): Promise<IssuerKeyRow[]> {
  const rows = await query<Omit<IssuerKeyRow, 'material' | 'isReadable' | 'bound'> & { material: string }>(sql`
    SELECT id AS "id", did AS "did", kind AS "kind", key_id AS "keyId", material AS "material", state AS "state", created_at AS "createdAt", retired_at AS "retiredAt", compromised_at AS "compromisedAt", note AS "note"
    FROM issuer_key ORDER BY created_at, id`);
  return rows.map((row) => {
    const { id, did, kind, keyId, material, state, note } = row;
    const [created, retired, compromised] = [row.createdAt, row.retiredAt, row.compromisedAt].map(numberCell);
    const cells = [did, kind, keyId, material, state, created!, retired!, compromised!, note];
    const read = readMaterial(material);
    return {
      ...row,
      createdAt: instantIn(created) ?? 0,
      retiredAt: instantIn(retired),
      compromisedAt: instantIn(compromised),
      material: read ?? NOTHING,
      isReadable: read !== null && [created, retired ?? 0, compromised ?? 0].every(Number.isSafeInteger),
      bound: { id, cells },
    };
  });
}

const NOTHING: PublicMaterial = { jwk: { kty: 'OKP', crv: 'Ed25519', x: '' } };

const KEY_TYPES: ReadonlySet<string | undefined> = new Set(['ed25519', 'ec']);
const typeOf = (jwk: JsonWebKey): string | undefined => createPublicKey({ key: jwk, format: 'jwk' }).asymmetricKeyType;

/** `null` for what is no key and no certificate: one altered row must not keep the others from being read. */
function readMaterial(text: string): PublicMaterial | null {
  try {
    const read = JSON.parse(text) as {
      readonly jwk?: JsonWebKey;
      readonly certificatePem?: string;
      readonly chainPem?: readonly string[];
    };
    if (read.jwk) return KEY_TYPES.has(typeOf(read.jwk)) ? (read as PublicMaterial) : null;
    for (const pem of [read.certificatePem!, ...read.chainPem!]) new X509Certificate(pem);
    return read as PublicMaterial;
  } catch {
    return null;
  }
}

/**
 * Updates the register's state; call it in the transaction that stores keys or changes their state.
 */
export async function bindIssuerKeys(tx: Transaction, writer: RegisterWriter, ids: readonly string[]): Promise<void> {
  const register = await lockRegister(tx, writer);
  const keys = (await allIssuerKeys(tx.query)).filter(({ id }) => ids.includes(id));
  await register.keysChanged(keyMacs(writer.key, keys));
}

/** MACs for the register's state, by id. */
export function keyMacs(bindingKey: Uint8Array, keys: readonly IssuerKeyRow[]): Record<string, string> {
  return Object.fromEntries(
    keys.map(({ id, bound }) => [id, macOf(bindingKey, 'issuerKey', [bound.id, ...bound.cells])]),
  );
}

/** Keys that match the register's state. */
export function keysAsStored(
  bindingKey: Uint8Array,
  rows: readonly IssuerKeyRow[],
  listed: RegisterState['keys'],
): IssuerKeyRow[] {
  return rows.filter(({ id, bound }) =>
    macHolds(bindingKey, 'issuerKey', { cells: [bound.id, ...bound.cells], mac: listed[id] ?? '' }),
  );
}

const ED25519_LENGTH = 32;

/** The log keys among them, as checkpoints are verified with. `trusted`: not declared compromised. */
export function logKeysAmong(keys: readonly IssuerKeyRow[]): (NoteKey & { readonly trusted: boolean })[] {
  return keys.flatMap(({ kind, state, material }) => {
    if (kind !== 'log' || !('jwk' in material)) return [];
    const publicKey = Buffer.from(material.jwk.x, 'base64url');
    if (publicKey.length !== ED25519_LENGTH) return [];
    return [{ name: material.name ?? '', publicKey, trusted: state !== 'compromised' }];
  });
}

/** `null`: none, or one that no clock shows. */
const instantIn = (cell: Cell | undefined): number | null => (Number.isSafeInteger(cell) ? (cell as number) : null);

export interface SigningKeyRow {
  readonly id: string;
  readonly kind: KeyKind;
  readonly keyId: string;
  readonly material: PublicMaterial;
  readonly sealedSecret: Buffer;
}

/** The keys that sign for an issuer, in one state of the register. */
export interface SigningKeys {
  /** Which keys the state lists (`boundKeysOf`); empty if the state is not genuine, or was put back. */
  readonly boundKeys: string;
  /** At most one of each kind. */
  readonly keys: readonly SigningKeyRow[];
  /** Kinds whose only active key differs from what the product stored. */
  readonly altered: ReadonlySet<KeyKind>;
  /** Whether every key that the state lists is there as it was stored. */
  readonly isWhole: boolean;
}

const kindsOf = (rows: readonly IssuerKeyRow[]): KeyKind[] => rows.map(({ kind }) => kind);

/** @param seen as for `storedIssuerKeys` */
export async function signingKeys(
  query: QueryFunction,
  did: string,
  { key, seen }: Pick<RegisterWriter, 'key' | 'seen'>,
): Promise<SigningKeys> {
  const { state, fault } = await readRegister(query, key);
  const listed = state === null || fault !== null || !hasGoneOn(state, seen) ? null : state;
  const rows = await allIssuerKeys(query);
  const genuine = listed === null ? [] : keysAsStored(key, rows, listed.keys);
  const isActive = (key: IssuerKeyRow): boolean => key.did === did && key.state === 'active';
  const active = genuine.filter(isActive);
  const secrets = active.length === 0 ? new Map<string, Buffer>() : await encryptedSecrets(query);
  return {
    boundKeys: listed === null ? '' : boundKeysOf(listed),
    keys: active.map(({ id, kind, keyId, material }) => ({
      id,
      kind,
      keyId,
      material,
      sealedSecret: secrets.get(id) ?? Buffer.alloc(0),
    })),
    altered: new Set(kindsOf(rows.filter(isActive)).filter((kind) => !kindsOf(active).includes(kind))),
    isWhole: listed === null || genuine.length === Object.keys(listed.keys).length,
  };
}

export interface StoredKeys {
  /** Genuine keys, the oldest first. */
  readonly keys: readonly IssuerKeyRow[];
  /** Keys that the register's state lists, and that are gone or were altered. */
  readonly lost: readonly { readonly id: string; readonly name: string }[];
}

/** Name of a key in documents. */
export const keyName = ({ did, keyId }: Pick<IssuerKeyRow, 'did' | 'keyId'>): string => `${did}#${keyId}`;

/**
 * `null` if the register's state is not genuine, or was put back.
 * @param seen as it was before the state is read: a later change that another request has seen is no proof against it
 */
export async function storedIssuerKeys(
  query: QueryFunction,
  { key, seen }: Pick<RegisterWriter, 'key' | 'seen'>,
): Promise<StoredKeys | null> {
  const { state, fault } = await readRegister(query, key);
  if (state === null || fault !== null || !hasGoneOn(state, seen)) return null;
  const rows = await allIssuerKeys(query);
  const keys = keysAsStored(key, rows, state.keys);
  const found = new Set(keys.map(({ id }) => id));
  const lost = Object.keys(state.keys).filter((id) => !found.has(id));
  // An act changed keys between the two reads. Acts on keys are rare, so this ends.
  if (lost.length > 0 && (await readRegister(query, key)).state?.changes !== state.changes)
    return storedIssuerKeys(query, { key, seen });
  const named = (id: string): IssuerKeyRow | undefined => rows.find((row) => row.id === id);
  return { keys, lost: lost.map((id) => ({ id, name: named(id) ? keyName(named(id)!) : id })) };
}

/** Which keys the register lists now; `null` if its state is not genuine, or was put back. */
export async function boundKeysNow(query: QueryFunction, { key, seen }: RegisterWriter): Promise<string | null> {
  const { state, fault } = await readRegister(query, key);
  return state !== null && fault === null && hasGoneOn(state, seen) ? boundKeysOf(state) : null;
}

/** Number of certificates signed by a key: those to replace if it is compromised. */
export async function certificatesSealedBy(
  query: QueryFunction,
  { from, until }: { readonly from: number; readonly until: number | null },
): Promise<number> {
  const [row] = await query<{ count: number }>(
    sql`SELECT COUNT(*) AS "count" FROM certificate_seal WHERE sealed_at >= ${from} AND sealed_at <= ${until ?? Number.MAX_SAFE_INTEGER}`,
  );
  return Number(row?.count ?? 0);
}

/** Names (`did#keyId`) of keys declared compromised according to the audit trail. */
export async function compromisedByAudit(query: QueryFunction): Promise<ReadonlySet<string>> {
  const rows = await query<{ name: string }>(
    sql`SELECT subject_label AS "name" FROM audit_entry WHERE act = 'issuerKey.compromised'`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** Encrypted private parts of all keys, by id. */
export async function encryptedSecrets(query: QueryFunction): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await query<{ id: string; sealedSecret: string }>(
    sql`SELECT id AS "id", sealed_secret AS "sealedSecret" FROM issuer_key`,
  );
  return new Map(rows.map(({ id, sealedSecret }) => [id, bytesFrom(sealedSecret)]));
}
