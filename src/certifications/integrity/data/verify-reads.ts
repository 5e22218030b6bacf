import sql, { type Sql } from 'sql-template-tag';
import { bytesFrom, everyRow, type QueryFunction } from '../../../platform/index.js';
import { newestListOfRows } from '../../issuer/index.js';
import { storedNumber, storedNumberOrNull } from '../../log/index.js';

export interface Stray {
  readonly kind: string;
  readonly id: string;
}

/** Rows about a certificate that no longer exists. */
export async function straysOf(query: QueryFunction): Promise<Stray[]> {
  const without = (table: Sql): Sql => sql`
    SELECT DISTINCT CAST(t.certificate_id AS TEXT) AS "id" FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM certificate k WHERE k.id = t.certificate_id)`;
  const kinds: readonly (readonly [string, Sql])[] = [
    ['seal', sql`certificate_seal`],
    ['binding', sql`certificate_binding`],
    ['event', sql`certificate_event`],
    ['hiding', sql`certificate_hiding`],
  ];
  const found: Stray[] = [];
  for (const [kind, table] of kinds)
    found.push(...(await query<{ id: string }>(without(table))).map(({ id }) => ({ kind, id })));
  found.push(
    ...(await query<Stray>(sql`
    SELECT DISTINCT 'form' AS "kind", CAST(f.certificate_id AS TEXT) AS "id" FROM certificate_form f
    WHERE NOT EXISTS (SELECT 1 FROM certificate_seal s WHERE s.certificate_id = f.certificate_id)`)),
  );
  return found;
}

export interface EntryWithoutCertificate {
  readonly position: number;
  readonly credential: string;
}

/** Log entries whose certificate does not exist. */
export async function entriesWithoutCertificate(query: QueryFunction): Promise<EntryWithoutCertificate[]> {
  return query<EntryWithoutCertificate>(sql`
    SELECT l.position AS "position", l.credential_hash AS "credential" FROM log_entry l
    WHERE NOT EXISTS (SELECT 1 FROM certificate k WHERE k.id = l.certificate_id) ORDER BY l.position`);
}

/** Numbers that are recorded as issued and that no certificate has. */
export async function numbersWithoutCertificate(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ number: string }>(sql`
    SELECT d.number AS "number" FROM drawn_number d
    WHERE d.state = 'issued' AND NOT EXISTS (SELECT 1 FROM certificate k WHERE k.number_key = d.number_key) ORDER BY d.number`);
  return rows.map(({ number }) => number);
}

/** Certificates whose number is recorded as void or as still reserved. */
export async function certificatesOfUnissuedNumbers(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ number: string }>(sql`
    SELECT k.number AS "number" FROM drawn_number d JOIN certificate k ON k.number_key = d.number_key WHERE d.state <> 'issued' ORDER BY k.number`);
  return rows.map(({ number }) => number);
}

/** Not found through the unique index, which somebody may have altered. */
export async function numbersGivenTwice(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ number: string }>(
    sql`SELECT MIN(number) AS "number" FROM certificate GROUP BY number_key || '' HAVING COUNT(*) > 1`,
  );
  return rows.map(({ number }) => number);
}

/** Numbers of certificates with documents whose place in a status list is not recorded as given away. */
export async function placesFree(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ number: string }>(sql`
    SELECT k.number AS "number" FROM certificate_seal s JOIN certificate k ON k.id = s.certificate_id
    WHERE NOT EXISTS (SELECT 1 FROM status_place p WHERE p.status_list = s.status_list AND p.status_index = s.status_index) ORDER BY k.number`);
  return rows.map(({ number }) => number);
}

/** Lists, as text, of places that are in no list that has begun, or are no places. */
export async function placesOutOfLists(query: QueryFunction): Promise<string[]> {
  const newest = await newestListOfRows(query);
  const rows = await query<{ list: string }>(sql`
    SELECT DISTINCT CAST(status_list AS TEXT) AS "list" FROM status_place
    WHERE status_list > ${newest} OR status_list <> CAST(status_list AS INTEGER) OR status_index <> CAST(status_index AS INTEGER)`);
  return rows.map(({ list }) => list);
}

export interface PrintedPicture {
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** All pictures, in parts of the given size. */
export async function* everyPicture(query: QueryFunction, atOnce: number): AsyncGenerator<PrintedPicture[]> {
  const parts = everyRow<{ sha256: string; bytes: string }>(query, {
    key: 'p.sha256',
    columns: sql`p.sha256 AS "sha256", p.bytes AS "bytes"`,
    from: sql`FROM picture p`,
    atOnce,
  });
  for await (const some of parts)
    yield some.map(({ sha256, bytes }) => ({ sha256: String(sha256), bytes: bytesFrom(bytes) }));
}

/** References of receipts that are gone, while what bound them is there. */
export async function receiptsGone(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ reference: string }>(sql`
    SELECT b.id AS "reference" FROM record_binding b
    WHERE b.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM verification_receipt r WHERE r.reference = b.id) ORDER BY b.id`);
  return rows.map(({ reference }) => reference);
}

export interface KeptList {
  readonly list: number;
  readonly signedBy: string;
  readonly signedAt: number;
  readonly text: string;
}

export async function keptLists(query: QueryFunction): Promise<KeptList[]> {
  const rows = await query<KeptList>(
    sql`SELECT list AS "list", signed_by AS "signedBy", signed_at AS "signedAt", text AS "text" FROM status_list ORDER BY list`,
  );
  return rows.map((row) => ({ ...row, signedAt: storedNumber(row.signedAt) }));
}

export interface EndedByLog {
  readonly number: string;
  readonly state: string;
  /** When its first ending entry was logged; `null`: none is logged. */
  readonly loggedAt: number | null;
  readonly json: string | null;
}

/** Every certificate that has ended by its row or by the log, with its stored credential, in parts. */
export async function* everyEnded(query: QueryFunction, atOnce: number): AsyncGenerator<EndedByLog[]> {
  const parts = everyRow<Omit<EndedByLog, 'json'> & { readonly bytes: string | null }>(query, {
    key: 'k.id',
    columns: sql`k.number AS "number", k.state AS "state", f.bytes AS "bytes",
      (SELECT MIN(l.at) FROM log_entry l WHERE l.certificate_id = k.id AND l.kind <> 'issue') AS "loggedAt"`,
    from: sql`FROM certificate k LEFT JOIN certificate_form f ON f.certificate_id = k.id AND f.form = 'json'`,
    where: sql`k.state <> 'valid' OR EXISTS (SELECT 1 FROM log_entry l WHERE l.certificate_id = k.id AND l.kind <> 'issue')`,
    atOnce,
  });
  for await (const some of parts) yield some.map(endedOf);
}

function endedOf({
  bytes,
  loggedAt,
  ...row
}: Omit<EndedByLog, 'json'> & { readonly bytes: string | null }): EndedByLog {
  return {
    ...row,
    loggedAt: storedNumberOrNull(loggedAt),
    json: bytes === null ? null : bytesFrom(bytes).toString(),
  };
}
