import sql, { join, type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { CertificateFacts } from '../../core/index.js';
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

/** The next certificates by id, up to the given number. */
export const recordsAfter = (query: QueryFunction, id: string, count: number): Promise<AlterableRecord[]> =>
  records(query, sql`WHERE id > ${id} ORDER BY id LIMIT ${count}`);

/** As `recordsAfter`, by id. */
export const recordById = (query: QueryFunction, id: string): Promise<AlterableRecord[]> =>
  records(query, sql`WHERE id = ${id}`);

function readFacts(text: string): CertificateFacts | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' ? (read as CertificateFacts | null) : null;
  } catch {
    return null;
  }
}

async function records(query: QueryFunction, which: Sql): Promise<AlterableRecord[]> {
  const rows = await query<Omit<AlterableRecord, 'facts'> & { facts: string }>(sql`
    SELECT id AS "id", number AS "number", number_key AS "numberKey", token AS "token", enrolment_id AS "enrolmentId", trainee_id AS "traineeId",
      achievement_id AS "achievementId", template_version AS "templateVersion", recipient_name AS "recipientName", recipient_latin_name AS "recipientLatinName",
      facts AS "facts", issued_on AS "issuedOn", expires_on AS "expiresOn", issued_at AS "issuedAt", supersedes_id AS "supersedesId",
      state AS "state", revoked_at AS "revokedAt", reason AS "reason"
    FROM certificate ${which}`);
  return rows.map((row) => ({
    ...row,
    facts: readFacts(row.facts),
    issuedAt: Number(row.issuedAt),
    revokedAt: row.revokedAt === null ? null : Number(row.revokedAt),
  }));
}

export async function inParts<Row>(ids: readonly string[], read: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) found.push(...(await read(ids.slice(from, from + AT_ONCE))));
  return found;
}
