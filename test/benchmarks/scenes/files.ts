import { performance } from 'node:perf_hooks';
import { makeDocuments } from '../../../src/certifications/documents/actions/workers/documents.js';
import { assembleRing } from '../../../src/certifications/documents/credential/keys/assemble-ring.js';
import { checkFile } from '../../../src/certifications/documents/credential/checks/check-file.js';
import { ownKeysFrom } from '../../../src/certifications/documents/credential/checks/check-keys.js';
import { contentHash, fileHash, identityOf } from '../../../src/certifications/documents/credential/fingerprints.js';
import type { PublicKey } from '../../../src/certifications/documents/credential/keys/key-ring.js';
import {
  makeAssertionKey,
  makeJwtKey,
  makeLogKey,
} from '../../../src/certifications/documents/credential/keys/make-keys.js';
import { makePaperRoot, makePaperSigner } from '../../../src/certifications/documents/credential/keys/paper-keys.js';
import { DOCUMENT_KINDS } from '../../../src/certifications/core/domain/document-kinds.js';
import { ISSUED_AT, PUBLIC_URL, RICH } from '../../builders/credentials.js';
import { type Row, row } from '../scene.js';

const ROUNDS = 60;
const DID = 'did:web:academy.example';

/**
 * One uploaded file of each kind: parsed, its signatures checked, its fingerprints computed. Lookups in the register
 * belong to the page.
 */
export async function files(): Promise<Row[]> {
  const names = { academy: 'Academy', host: 'academy.example', at: ISSUED_AT };
  const root = await makePaperRoot(names);
  if (!('certificatePem' in root.material) || !('keyPem' in root.secret))
    throw new Error('A root is a certificate and a key');
  const signer = await makePaperSigner(
    { certificatePem: root.material.certificatePem, keyPem: root.secret.keyPem },
    names,
  );
  const made = [makeAssertionKey(), makeJwtKey(), makeLogKey('academy.example/log'), root, signer];
  const keys = ownKeysFrom(
    made.map(({ kind, keyId, material }): PublicKey => ({
      did: DID,
      kind,
      id: `${DID}#${keyId}`,
      material,
      state: 'active',
      createdAt: ISSUED_AT,
      retiredAt: null,
      compromisedAt: null,
    })),
  );
  const draft = {
    facts: RICH,
    token: 'AbCdEf0123456789_-abcdefghi',
    subjectUrn: 'urn:uuid:6c4f6a3e-58f4-4b6f-9f0e-2f1f0a3f3c11',
    statusList: 1,
    statusIndex: 7,
    issuedAt: ISSUED_AT,
    at: ISSUED_AT,
    days: {},
    pictures: {},
  };
  const { forms } = await makeDocuments(draft, { ...assembleRing(DID, made), publicUrl: PUBLIC_URL });
  const rows: Row[] = [];
  for (const form of DOCUMENT_KINDS) {
    const bytes = Buffer.from(forms[form]);
    const times: number[] = [];
    const before = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const { checks, credential } = await checkFile(bytes, keys);
      fileHash(bytes);
      identityOf(bytes, form);
      if (credential) contentHash(credential);
      times.push(performance.now() - began);
      if (checks.some(({ outcome }) => outcome !== 'ok')) throw new Error(`The ${form} does not stand up to its check`);
    }
    const { user, system } = process.cpuUsage(before);
    times.sort((one, other) => one - other);
    rows.push(
      row(
        `Verify one file: ${form.toUpperCase()}, ${Math.round(bytes.length / 1024)} KB`,
        `${((user + system) / 1000 / ROUNDS).toFixed(1)} ms of processor`,
        { p50: times[ROUNDS / 2] ?? 0, p99: times[ROUNDS - 1] ?? 0 },
      ),
    );
  }
  return rows;
}
