import { IssuerKeys } from '../../../../src/certifications/index.js';
import { credentialOf } from '../../../../src/certifications/documents/credential/credential.js';
import { jwtOf, signCredential } from '../../../../src/certifications/documents/credential/signing.js';
import { MAKING, RICH } from '../../../builders/credentials.js';
import type { TestAcademy } from '../../../support/app.js';
import { type Row, certificateSteps } from '../certificate-steps.js';
import { placeOf } from './sealed.js';

/** A certificate of the academy's, and in its place a credential with these facts, signed by the academy. */
export async function issued(
  academy: TestAcademy,
  facts = RICH,
): Promise<{ readonly text: string; readonly jwt: string; readonly row: Row }> {
  const { row } = await certificateSteps(() => academy).one();
  const ring = await academy.app.get(IssuerKeys).ready();
  const now = academy.clock.now();
  const making = {
    ...MAKING,
    did: ring.did,
    publicUrl: academy.config.publicUrl,
    token: row.token,
    status: await placeOf(academy, row.id),
    issuedAt: now,
  };
  const unsigned = credentialOf({ ...facts, expiresOn: facts.expiresOn && '2199-12-31' }, making);
  return { text: await signCredential(unsigned, ring.assertion, now), jwt: await jwtOf(unsigned, ring.jwt), row };
}
