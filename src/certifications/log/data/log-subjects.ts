import sql, { join } from 'sql-template-tag';
import { type QueryFunction, storedJson } from '../../../platform/index.js';
import type { CertificateFacts } from '../../core/index.js';
import type { LogEntryFacts, LogEventKind } from '../log/entry.js';
import { type FrozenRecord, recordHash } from '../log/record.js';

/** A certificate's row, as far as the log records it. */
export interface LoggedRecord extends FrozenRecord {
  readonly state: string;
  readonly revokedAt: number | null;
  readonly reason: string | null;
}

/** The same, possibly altered. */
export interface AlterableRecord extends Omit<LoggedRecord, 'facts'> {
  readonly facts: CertificateFacts | null;
}

type Extra = Pick<LogEntryFacts, 'record' | 'reason' | 'forms' | 'replacedBy'>;
const AT_ONCE = 500;

/** The facts of entries other than the credential, in the order of the events. */
export async function loggedAbout(
  query: QueryFunction,
  events: readonly { readonly certificateId: string; readonly kind: LogEventKind }[],
): Promise<Extra[]> {
  const idsOf = (kind: LogEventKind): string[] =>
    events.filter((event) => event.kind === kind).map(({ certificateId }) => certificateId);
  const records = new Map(
    (
      await recordsOf(
        query,
        events.map(({ certificateId }) => certificateId),
      )
    ).map((row) => [row.id, row]),
  );
  const forms = await formHashesOf(query, idsOf('issue'));
  const successors = await successorsOf(query, idsOf('reissue'));
  return events.map(({ certificateId, kind }) => {
    const row = records.get(certificateId);
    if (!row) throw new Error(`There is no certificate ${certificateId} to log`);
    if (kind === 'issue') return { record: recordHash(row), forms: forms.get(certificateId) ?? {} };
    return kind === 'revoke' ? { reason: row.reason } : { replacedBy: successors.get(certificateId) ?? null };
  });
}

/** Hashes of documents by certificate, as stored. */
export async function formHashesOf(
  query: QueryFunction,
  ids: readonly string[],
): Promise<Map<string, Record<string, string>>> {
  const rows = await inParts(ids, (some) =>
    query<{ id: string; form: string; sha256: string }>(sql`
    SELECT certificate_id AS "id", form AS "form", sha256 AS "sha256" FROM certificate_form WHERE certificate_id IN (${join(some)})`),
  );
  const found = new Map<string, Record<string, string>>();
  for (const { id, form, sha256 } of rows) found.set(id, { ...found.get(id), [form]: sha256 });
  return found;
}

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

export async function recordsOf(query: QueryFunction, ids: readonly string[]): Promise<LoggedRecord[]> {
  return inParts(ids, (some) => records(query, sql`WHERE id IN (${join(some)}) ORDER BY id`));
}

/** The next certificates by id, up to the given number. Facts that are no longer JSON are `null`. */
export const recordsAfter = (query: QueryFunction, id: string, count: number): Promise<AlterableRecord[]> =>
  records(query, sql`WHERE id > ${id} ORDER BY id LIMIT ${count}`, readFacts);

/** As `recordsAfter`, by id. */
export const recordById = (query: QueryFunction, id: string): Promise<AlterableRecord[]> =>
  records(query, sql`WHERE id = ${id}`, readFacts);

function readFacts(text: string): CertificateFacts | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' ? (read as CertificateFacts | null) : null;
  } catch {
    return null;
  }
}

async function records<Facts = CertificateFacts>(
  query: QueryFunction,
  which: ReturnType<typeof sql>,
  read: (text: string) => Facts = (text) => storedJson(text) as Facts,
): Promise<(Omit<LoggedRecord, 'facts'> & { readonly facts: Facts })[]> {
  const rows = await query<Omit<LoggedRecord, 'facts'> & { facts: string }>(sql`
    SELECT id AS "id", number AS "number", number_key AS "numberKey", token AS "token", enrolment_id AS "enrolmentId", trainee_id AS "traineeId",
      achievement_id AS "achievementId", template_version AS "templateVersion", recipient_name AS "recipientName", recipient_latin_name AS "recipientLatinName",
      facts AS "facts", issued_on AS "issuedOn", expires_on AS "expiresOn", issued_at AS "issuedAt", supersedes_id AS "supersedesId",
      state AS "state", revoked_at AS "revokedAt", reason AS "reason"
    FROM certificate ${which}`);
  return rows.map((row) => ({
    ...row,
    facts: read(row.facts),
    issuedAt: Number(row.issuedAt),
    revokedAt: row.revokedAt === null ? null : Number(row.revokedAt),
  }));
}

export async function inParts<Row>(ids: readonly string[], read: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) found.push(...(await read(ids.slice(from, from + AT_ONCE))));
  return found;
}
