/** @database SQLite: what a third-party verifier says of the bytes of a credential. */
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { ReadDatabase, SYSTEM } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';
import { issued } from './issued.js';
import { judgedByBazaar } from './judges.js';

let academy: TestAcademy;
const { revoke } = certificateSteps(() => academy);

// The verifier asks the machine what time it is when it looks at a list.
beforeAll(async () => {
  academy = await TestAcademy.open({ publicUrl: 'https://another-verifier.example', at: Date.now() - 60_000 });
});
afterAll(() => academy.close());

const judged = (text: string) => judgedByBazaar(academy, text);

async function activeKey(): Promise<string> {
  return (await allIssuerKeys((query) => academy.app.get(ReadDatabase).query(query))).find(
    ({ kind, state }) => kind === 'assertion' && state === 'active',
  )!.id;
}

test('Digital Bazaar’s verifier finds credential and status list sound, and reads the bit', async () => {
  const { text, row } = await issued(academy);
  expect(await judged(text)).toEqual({ verified: true, revoked: false });
  await revoke(row);
  expect((await judged(text)).revoked).toBe(true);
});

test('what a rotated key signed still verifies; what a compromised one signed no longer does', async () => {
  const { text } = await issued(academy);
  const old = await activeKey();
  await academy.app.get(RotateIssuerKey).execute(SYSTEM, old);
  expect((await judged(text)).verified).toBe(true);
  const newer = await issued(academy);
  await academy.app.get(DeclareKeyCompromised).execute(SYSTEM, { id: old, note: '不再可信' });
  expect((await judged(text)).verified).toBe(false);
  expect((await judged(newer.text)).verified).toBe(true);
});

test('a proof that names a key which the issuer does not have is refused', async () => {
  const { text } = await issued(academy);
  const foreign = JSON.parse(text) as { proof: { verificationMethod: string }[] };
  foreign.proof[0]!.verificationMethod =
    'did:web:academy.example#z6MkfakefakefakefakefakefakefakefakefakefakefakefakeX';
  expect((await judged(JSON.stringify(foreign))).verified).toBe(false);
});
