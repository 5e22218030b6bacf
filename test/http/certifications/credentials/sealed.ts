import { randomUUID } from 'node:crypto';
import { CertificateSeal } from '../../../../src/certifications/data/sealing/certificate-seal.entity.js';
import { StatusPlace } from '../../../../src/certifications/data/sealing/status-place.entity.js';
import { fingerprint } from '../../../../src/platform/index.js';
import type { TestAcademy } from '../../../support/app.js';

/** Gives a certificate its place in a status list, where nothing else has sealed it. */
export async function sealedAt(academy: TestAcademy, certificateId: string, place: { readonly list: number; readonly index: number }): Promise<void> {
  await academy.write(async (tx) => {
    tx.withoutAudit('a story seals');
    if (!(await tx.of(StatusPlace).existsBy({ statusList: place.list, statusIndex: place.index }))) await tx.of(StatusPlace).insert({ statusList: place.list, statusIndex: place.index });
    await tx.of(CertificateSeal).insert({
      certificateId, subjectUrn: `urn:uuid:${randomUUID()}`, statusList: place.list, statusIndex: place.index, credentialHash: fingerprint(certificateId), sealedAt: tx.now,
    });
  });
}
