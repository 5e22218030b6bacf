import { IssuerKeys } from '../../../../src/certifications/index.js';
import { credentialOf } from '../../../../src/certifications/credential/credential.js';
import { jwtOf, signCredential } from '../../../../src/certifications/credential/signing.js';
import { MAKING, RICH } from '../../../builders/credentials.js';
import type { TestAcademy } from '../../../support/app.js';
import { type Row, stories } from '../stories.js';
import { sealedAt } from './sealed.js';

export const PUBLIC_URL = 'https://academy.example';

let place = 1000;

/** A certificate of the academy's with its credential, as a holder has it. */
export async function issued(academy: TestAcademy, facts = RICH): Promise<{ readonly text: string; readonly jwt: string; readonly row: Row }> {
  const { row } = await stories(() => academy).one();
  const index = (place += 1);
  await sealedAt(academy, row.id, { list: 1, index });
  const ring = await academy.app.get(IssuerKeys).ready();
  const now = academy.clock.now();
  const making = { ...MAKING, did: ring.did, publicUrl: PUBLIC_URL, token: row.token, status: { list: 1, index }, issuedAt: now };
  const unsigned = credentialOf({ ...facts, expiresOn: facts.expiresOn && '2199-12-31' }, making);
  return { text: await signCredential(unsigned, ring.assertion, now), jwt: await jwtOf(unsigned, ring.jwt), row };
}
