import { createHash } from 'node:crypto';
import sql, { join } from 'sql-template-tag';
import { bytesFrom, everyRow, type QueryFunction } from '../../../platform/index.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../core/index.js';

export interface StoredDocument {
  readonly form: DocumentKind;
  readonly bytes: Buffer;
  /** As recorded when the document was made, hex. */
  readonly sha256: string;
  readonly length: number;
}

export interface DocumentsOfCertificate {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly documents: readonly StoredDocument[];
}

const AT_ONCE = 20;

/** Every certificate that has documents, with their bytes, in parts. */
export async function* storedDocuments(query: QueryFunction): AsyncGenerator<DocumentsOfCertificate> {
  const parts = everyRow<{ id: string; number: string; state: string }>(query, {
    key: 'k.id',
    columns: sql`k.id AS "id", k.number AS "number", k.state AS "state"`,
    from: sql`FROM certificate k`,
    where: sql`EXISTS (SELECT 1 FROM certificate_seal s WHERE s.certificate_id = k.id)`,
    atOnce: AT_ONCE,
  });
  for await (const some of parts) {
    const rows = await query<{ id: string; form: DocumentKind; bytes: string; sha256: string; length: number }>(sql`
      SELECT certificate_id AS "id", form AS "form", bytes AS "bytes", sha256 AS "sha256", length AS "length"
      FROM certificate_form WHERE certificate_id IN (${join(some.map(({ id }) => id))})`);
    for (const one of some) {
      const own = rows.filter(({ id }) => id === one.id);
      yield {
        ...one,
        documents: own.map(({ form, bytes, sha256, length }) => ({ form, bytes: bytesFrom(bytes), sha256, length })),
      };
    }
  }
}

export async function countWithDocuments(query: QueryFunction): Promise<number> {
  const [row] = await query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM certificate_seal`);
  return Number(row?.count ?? 0);
}

/** Faults of one certificate's documents, as sentences. */
export function documentFaults({ number, documents }: DocumentsOfCertificate): string[] {
  const missing = DOCUMENT_KINDS.filter((form) => !documents.some((one) => one.form === form));
  const changed = documents.filter(
    ({ bytes, sha256, length }) =>
      bytes.length !== length || createHash('sha256').update(bytes).digest('hex') !== sha256,
  );
  return [
    ...missing.map((form) => `Certificate ${number} has no ${form} document.`),
    ...changed.map(
      ({ form }) => `Certificate ${number}: the bytes of its ${form} document are not those that were stored.`,
    ),
  ];
}
