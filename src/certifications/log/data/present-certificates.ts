import { createHash } from 'node:crypto';
import sql, { join } from 'sql-template-tag';
import { type QueryFunction, bytesFrom } from '../../../platform/index.js';
import { numberCell } from '../log/bound-record.js';
import {
  type AlterableRecord,
  everyRecord,
  recordById,
  successorsOf,
  successorsWithoutDocuments,
} from './log-subjects.js';

/** A certificate with its signature record and documents as stored now. */
export interface StoredCertificateState {
  readonly record: AlterableRecord;
  readonly credentialHash: string | null;
  /** The credential as served. */
  readonly json: string | null;
  readonly jwt: string | null;
  /** Hashes computed from the bytes, not the stored ones. */
  readonly forms: Readonly<Record<string, string>>;
  /** Document kinds whose stored hash or length does not match the bytes. */
  readonly misnoted: readonly string[];
  readonly successor: string | null;
  readonly isSuccessorWithoutDocuments: boolean;
}

/** All certificates, in parts of the given size. */
export async function* presentCertificates(
  query: QueryFunction,
  atOnce: number,
): AsyncGenerator<StoredCertificateState[]> {
  for await (const some of everyRecord(query, atOnce)) yield await statesOf(query, some);
}

export async function presentCertificate(query: QueryFunction, id: string): Promise<StoredCertificateState | null> {
  return (await statesOf(query, await recordById(query, id)))[0] ?? null;
}

async function statesOf(query: QueryFunction, records: readonly AlterableRecord[]): Promise<StoredCertificateState[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ id }) => id);
  const seals = new Map(
    (
      await query<{ id: string; hash: string }>(sql`
    SELECT certificate_id AS "id", credential_hash AS "hash" FROM certificate_seal WHERE certificate_id IN (${join(ids)})`)
    ).map(({ id, hash }) => [id, hash]),
  );
  const forms = await query<{ id: string; form: string; bytes: string; sha256: string; length: number }>(sql`
    SELECT certificate_id AS "id", form AS "form", bytes AS "bytes", sha256 AS "sha256", length AS "length" FROM certificate_form WHERE certificate_id IN (${join(ids)})`);
  const successors = await successorsOf(query, ids);
  const waiting = await successorsWithoutDocuments(query, ids);
  return records.map((record) => {
    const own = forms
      .filter(({ id }) => id === record.id)
      .map((one) => ({ ...one, bytes: bytesFrom(one.bytes) }))
      .map((one) => ({ ...one, hash: createHash('sha256').update(one.bytes).digest('hex') }));
    const textOf = (kind: string): string | null => own.find(({ form }) => form === kind)?.bytes.toString() ?? null;
    return {
      record,
      credentialHash: seals.get(record.id) ?? null,
      successor: successors.get(record.id) ?? null,
      isSuccessorWithoutDocuments: waiting.has(record.id),
      json: textOf('json'),
      jwt: textOf('jwt'),
      forms: Object.fromEntries(own.map(({ form, hash }) => [form, hash])),
      misnoted: own
        .filter(({ bytes, hash, sha256, length }) => hash !== sha256 || bytes.length !== numberCell(length))
        .map(({ form }) => form),
    };
  });
}
