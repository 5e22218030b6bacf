import sql, { join } from 'sql-template-tag';
import { everyRow, type QueryFunction, type Rows } from '../../../platform/index.js';
import type { CertificateFacts } from '../../core/index.js';
import { storedNumber, storedNumberOrNull } from '../log/bound-record.js';
import type { FrozenRecord } from '../log/record.js';

/** A certificate's row, as far as the log records it; possibly altered. */
export interface AlterableRecord extends Omit<FrozenRecord, 'facts'> {
  /** `null` if they are no longer JSON. */
  readonly facts: CertificateFacts | null;
  readonly state: string;
  readonly revokedAt: number | null;
  readonly reason: string | null;
}

const AT_ONCE = 500;

/** Credential hash of the successor, by certificate. */
export async function successorsOf(query: QueryFunction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await inParts(ids, (some) =>
    query<{ id: string; hash: string }>(sql`
    SELECT k.supersedes_id AS "id", s.credential_hash AS "hash" FROM certificate k JOIN certificate_seal s ON s.certificate_id = k.id WHERE k.supersedes_id IN (${join(some)})`),
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

/** Certificates in whose place there is one that has no documents yet. */
export async function successorsWithoutDocuments(
  query: QueryFunction,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await inParts(ids, (some) =>
    query<{ id: string }>(sql`
    SELECT k.supersedes_id AS "id" FROM certificate k WHERE k.supersedes_id IN (${join(some)})
      AND NOT EXISTS (SELECT 1 FROM certificate_seal s WHERE s.certificate_id = k.id)`),
  );
  return new Set(rows.map(({ id }) => id));
}

/** All certificates, in parts of the given size. */
export async function* everyRecord(query: QueryFunction, atOnce: number): AsyncGenerator<AlterableRecord[]> {
  for await (const some of everyRow<StoredRecord>(query, { ...RECORDS, atOnce })) yield some.map(recordOf);
}

export async function recordById(query: QueryFunction, id: string): Promise<AlterableRecord[]> {
  const { columns, from } = RECORDS;
  return (await query<StoredRecord>(sql`SELECT ${columns} ${from} WHERE k.id = ${id}`)).map(recordOf);
}

function readFacts(text: string): CertificateFacts | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' ? (read as CertificateFacts | null) : null;
  } catch {
    return null;
  }
}

type StoredRecord = Omit<AlterableRecord, 'facts'> & { readonly facts: string };

const RECORDS = {
  key: 'k.id',
  columns: sql`k.id AS "id", k.number AS "number", k.number_key AS "numberKey", k.token AS "token", k.enrolment_id AS "enrolmentId", k.trainee_id AS "traineeId",
    k.achievement_id AS "achievementId", k.template_version AS "templateVersion", k.recipient_name AS "recipientName", k.recipient_latin_name AS "recipientLatinName",
    k.facts AS "facts", k.issued_on AS "issuedOn", k.expires_on AS "expiresOn", k.issued_at AS "issuedAt", k.supersedes_id AS "supersedesId",
    k.state AS "state", k.revoked_at AS "revokedAt", k.reason AS "reason"`,
  from: sql`FROM certificate k`,
} as const satisfies Omit<Rows, 'atOnce'>;

function recordOf(row: StoredRecord): AlterableRecord {
  return {
    ...row,
    facts: readFacts(row.facts),
    issuedAt: storedNumber(row.issuedAt),
    revokedAt: storedNumberOrNull(row.revokedAt),
  };
}

export async function inParts<Row>(ids: readonly string[], read: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) found.push(...(await read(ids.slice(from, from + AT_ONCE))));
  return found;
}
