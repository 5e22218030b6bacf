import sql from 'sql-template-tag';
import { SignCertificates } from '../../../src/certifications/issuing/actions/sign-certificates.js';
import { type DOCUMENT_KINDS } from '../../../src/certifications/core/domain/document-kinds.js';
import { bytesFrom, ReadDatabase } from '../../../src/platform/index.js';
import type { TestAcademy } from '../../support/app.js';
import type { Row } from './certificate-steps.js';

export type Documents = Readonly<Record<(typeof DOCUMENT_KINDS)[number], Buffer>>;

/** The four documents of a certificate, made now where it has none yet. */
export async function documentsOf(academy: TestAcademy, { id }: Pick<Row, 'id'>): Promise<Documents> {
  await academy.app.get(SignCertificates).execute();
  const kept = await academy.app
    .get(ReadDatabase)
    .query<{ form: string; bytes: string }>(
      sql`SELECT form AS "form", bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${id}`,
    );
  return Object.fromEntries(kept.map(({ form, bytes }) => [form, bytesFrom(bytes)])) as unknown as Documents;
}
