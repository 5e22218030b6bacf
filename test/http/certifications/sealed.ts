import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { IssuerKeys } from '../../../src/certifications/actions/issuer-keys.js';
import { makeDocuments } from '../../../src/certifications/actions/press/documents.js';
import { logStanding } from '../../../src/certifications/data/log-standing.js';
import { CertificateForm } from '../../../src/certifications/data/sealing/certificate-form.entity.js';
import { CertificateSeal } from '../../../src/certifications/data/sealing/certificate-seal.entity.js';
import { StatusPlace } from '../../../src/certifications/data/sealing/status-place.entity.js';
import { CERTIFICATE_FORMS } from '../../../src/certifications/domain/forms.js';
import type { CertificateFacts } from '../../../src/certifications/index.js';
import { CONFIG, type Config, fingerprint, Reads } from '../../../src/platform/index.js';
import type { TestAcademy } from '../../support/app.js';
import type { Row } from './stories.js';

export type Documents = Readonly<Record<(typeof CERTIFICATE_FORMS)[number], Buffer>>;

/** The four documents of a certificate: those that it was issued with, or else made and sealed now. */
export async function documentsOf(academy: TestAcademy, { id, token, facts }: Pick<Row, 'id' | 'token' | 'facts'>): Promise<Documents> {
  const kept = await academy.app.get(Reads).all<{ form: string; bytes: string }>(sql`SELECT form AS "form", bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${id}`);
  if (kept.length > 0) return Object.fromEntries(kept.map(({ form, bytes }) => [form, Buffer.from(bytes, 'base64')])) as unknown as Documents;
  const ring = await academy.app.get(IssuerKeys).ready();
  const subjectUrn = `urn:uuid:${id}`;
  const statusIndex = Number.parseInt(fingerprint(id).slice(0, 4), 16);
  const at = academy.clock.now();
  const { forms, credentialHash } = await makeDocuments(
    { facts: JSON.parse(facts) as CertificateFacts, token, subjectUrn, statusList: 1, statusIndex, issuedAt: at, at, email: null, days: {}, pictures: {} },
    { did: ring.did, assertion: ring.assertion, jwt: ring.jwt, paper: ring.paper, publicUrl: academy.app.get<Config>(CONFIG).publicUrl },
  );
  await academy.write(async (tx) => {
    await tx.of(StatusPlace).insert({ statusList: 1, statusIndex });
    await tx.of(CertificateSeal).insert({ certificateId: id, subjectUrn, statusList: 1, statusIndex, credentialHash, sealedAt: at });
    for (const form of CERTIFICATE_FORMS) {
      await tx.of(CertificateForm).insert({ certificateId: id, form, bytes: forms[form], sha256: hashOf(forms[form]), length: forms[form].length });
    }
    await logStanding(tx, ring.log, [id]);
    await tx.audit('story.told', { type: 'story', id, label: 'sealed' });
  });
  return Object.fromEntries(CERTIFICATE_FORMS.map((form) => [form, Buffer.from(forms[form])])) as unknown as Documents;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
