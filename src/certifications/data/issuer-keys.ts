import sql from 'sql-template-tag';
import { type Ask, bytesFrom, type Transaction } from '../../platform/index.js';
import { type Bindable, bindRecords } from './binding/bind-records.js';
import type { KeyKind, KeyState, PublicMaterial } from '../domain/issuer-key.js';

export interface IssuerKeyRow {
  readonly id: string;
  readonly did: string;
  readonly kind: KeyKind;
  readonly keyId: string;
  readonly material: PublicMaterial;
  readonly state: KeyState;
  readonly createdAt: number;
  readonly retiredAt: number | null;
  readonly compromisedAt: number | null;
  readonly note: string | null;
  /** As it is bound. */
  readonly bound: Bindable;
}

/** All keys ever, of every address that the academy has had, the oldest first. */
export async function allIssuerKeys(ask: Ask): Promise<IssuerKeyRow[]> {
  const rows = await ask<Omit<IssuerKeyRow, 'material' | 'bound'> & { material: string }>(sql`
    SELECT id AS "id", did AS "did", kind AS "kind", key_id AS "keyId", material AS "material", state AS "state", created_at AS "createdAt", retired_at AS "retiredAt", compromised_at AS "compromisedAt", note AS "note"
    FROM issuer_key ORDER BY created_at, id`);
  return rows.map((row) => {
    const times = { createdAt: Number(row.createdAt), retiredAt: instantOrNull(row.retiredAt), compromisedAt: instantOrNull(row.compromisedAt) };
    const { id, did, kind, keyId, material, state, note } = row;
    const cells = [did, kind, keyId, material, state, times.createdAt, times.retiredAt, times.compromisedAt, note];
    return { ...row, ...times, material: JSON.parse(material) as PublicMaterial, bound: { id, cells } };
  });
}

/** In the transaction in which keys are stored or change their state. */
export async function bindIssuerKeys(tx: Transaction, bindingKey: Uint8Array, ids: readonly string[]): Promise<void> {
  const keys = await allIssuerKeys((query) => tx.rows(query));
  await bindRecords(tx, bindingKey, { kind: 'issuerKey', records: keys.filter(({ id }) => ids.includes(id)).map(({ bound }) => bound) });
}

const instantOrNull = (stored: number | string | null): number | null => (stored === null ? null : Number(stored));

export interface SigningKeyRow {
  readonly id: string;
  readonly kind: KeyKind;
  readonly keyId: string;
  readonly material: PublicMaterial;
  readonly sealedSecret: Buffer;
}

/** Those that sign for an issuer today, at most one of each kind. */
export async function signingKeys(ask: Ask, did: string): Promise<SigningKeyRow[]> {
  const rows = await ask<Omit<SigningKeyRow, 'material' | 'sealedSecret'> & { material: string; sealedSecret: string }>(sql`
    SELECT id AS "id", kind AS "kind", key_id AS "keyId", material AS "material", sealed_secret AS "sealedSecret" FROM issuer_key
    WHERE did = ${did} AND state = 'active'`);
  return rows.map((row) => ({ ...row, material: JSON.parse(row.material) as PublicMaterial, sealedSecret: bytesFrom(row.sealedSecret) }));
}

/** Which keys sign today, cheaply: it changes when a key is added, retired or compromised. */
export async function signingKeyIds(ask: Ask, did: string): Promise<string> {
  const rows = await ask<{ id: string }>(sql`SELECT id AS "id" FROM issuer_key WHERE did = ${did} AND state = 'active' ORDER BY id`);
  return rows.map(({ id }) => id).join(' ');
}

/** How many certificates were sealed while a key signed: those that need replacing when it is compromised. */
export async function certificatesSealedBy(ask: Ask, { from, until }: { readonly from: number; readonly until: number | null }): Promise<number> {
  const [row] = await ask<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM certificate_seal WHERE sealed_at >= ${from} AND sealed_at <= ${until ?? Number.MAX_SAFE_INTEGER}`);
  return Number(row?.count ?? 0);
}

/** The sealed private parts of all keys, by id. */
export async function sealedSecrets(ask: Ask): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await ask<{ id: string; sealedSecret: string }>(sql`SELECT id AS "id", sealed_secret AS "sealedSecret" FROM issuer_key`);
  return new Map(rows.map(({ id, sealedSecret }) => [id, bytesFrom(sealedSecret)]));
}
