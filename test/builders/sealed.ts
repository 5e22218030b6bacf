import sql from 'sql-template-tag';
import { createHash, randomInt, randomUUID } from 'node:crypto';
import { IssuerKeys } from '../../src/certifications/actions/issuer-keys.js';
import { credentialOf } from '../../src/certifications/credential/credential.js';
import { credentialHash, signCredential } from '../../src/certifications/credential/signing.js';
import { logStanding } from '../../src/certifications/data/log-standing.js';
import { CertificateForm } from '../../src/certifications/data/sealing/certificate-form.entity.js';
import { CertificateSeal } from '../../src/certifications/data/sealing/certificate-seal.entity.js';
import type { CertificateFacts } from '../../src/certifications/index.js';
import { Reads } from '../../src/platform/index.js';
import type { BuildingSite } from '../support/app.js';

/** Seals and logs every certificate that is not sealed yet, with a credential of its own and other documents of a few bytes. */
export async function sealAll(site: BuildingSite): Promise<void> {
  const ring = await site.app.get(IssuerKeys).ready();
  const rows = await site.app.get(Reads).all<{ id: string; token: string; facts: string; issuedAt: number }>(sql`
    SELECT id AS "id", token AS "token", facts AS "facts", issued_at AS "issuedAt" FROM certificate k WHERE NOT EXISTS (SELECT 1 FROM certificate_seal s WHERE s.certificate_id = k.id) ORDER BY number_key`);
  const sealed: { id: string; subjectUrn: string; status: { list: number; index: number }; json: string; hash: string }[] = [];
  for (const { id, token, facts, issuedAt } of rows) {
    const [subjectUrn, status] = [`urn:uuid:${randomUUID()}`, { list: 1, index: randomInt(131_072) }];
    const unsigned = credentialOf(JSON.parse(facts) as CertificateFacts, {
      did: ring.did, publicUrl: 'http://academy.example', token, subjectId: subjectUrn, status, issuedAt: Number(issuedAt), email: { address: 'wang@example.com', salt: 'salt' },
    });
    const json = await signCredential(unsigned, ring.assertion, Number(issuedAt));
    sealed.push({ id, subjectUrn, status, json, hash: credentialHash(json) });
  }
  await site.write(async (tx) => {
    for (const { id, subjectUrn, status, json, hash } of sealed) {
      await tx.of(CertificateSeal).insert({ certificateId: id, subjectUrn, statusList: status.list, statusIndex: status.index, credentialHash: hash, sealedAt: tx.now });
      for (const [form, bytes] of [['json', Buffer.from(json)], ['pdf', Buffer.from(`%PDF of ${id}`)]] as const) {
        await tx.of(CertificateForm).insert({ certificateId: id, form, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), length: bytes.length });
      }
    }
    await logStanding(tx, ring.log, sealed.map(({ id }) => id));
    tx.withoutAudit('a story is told');
  });
}
