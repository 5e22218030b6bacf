import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { pinnedLoader } from '../../../../src/certifications/credential/contexts.js';
import { ChangeIssuerKeys } from '../../../../src/certifications/actions/change-issuer-keys.js';
import { allIssuerKeys } from '../../../../src/certifications/data/issuer-keys.js';
import { Reads, SYSTEM } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { stories } from '../stories.js';
import { issued, PUBLIC_URL } from './issued.js';

let academy: TestAcademy;
const { revoke } = stories(() => academy);

// The verifier asks the machine what time it is when it looks at a list.
beforeAll(async () => { academy = await TestAcademy.open({ publicUrl: PUBLIC_URL, at: Date.now() - 60_000 }); });
afterAll(() => academy.close());

interface Judgement {
  readonly verified: boolean;
  /** The status bit, as the library read it. */
  readonly revoked: boolean | null;
}

/** Digital Bazaar’s verifier with the contexts of its own packages; the issuer’s document and the list as the academy serves them now. */
async function judged(text: string): Promise<Judgement> {
  const document = JSON.parse((await academy.client(null).get('/.well-known/did.json')).text) as { id: string; verificationMethod: { id: string; type: string }[] };
  const list = await academy.client(null).get('/status/1');
  const known = new Map<string, object>([[document.id, document], [`${PUBLIC_URL}/status/1`, JSON.parse(list.text) as object]]);
  for (const method of document.verificationMethod) known.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  const now = new Date(academy.clock.now());
  const suite = new DataIntegrityProof({ cryptosuite });
  const documentLoader = pinnedLoader(known);
  const outcome = await verifyCredential({
    credential: JSON.parse(text) as object, suite, documentLoader, now,
    checkStatus: (asked) => checkStatus({ ...asked, suite, documentLoader, verifyBitstringStatusListCredential: true, verifyMatchingIssuers: true, now }),
  });
  const status = (outcome as { statusResult?: { results?: { status: boolean }[] } }).statusResult?.results?.[0]?.status;
  return { verified: outcome.verified, revoked: status ?? null };
}

async function activeKey(): Promise<string> {
  return (await allIssuerKeys((query) => academy.app.get(Reads).all(query))).find(({ kind, state }) => kind === 'assertion' && state === 'active')!.id;
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
  await academy.app.get(ChangeIssuerKeys).rotate(SYSTEM, old);
  expect((await judged(text)).verified).toBe(true);
  const newer = await issued(academy);
  await academy.app.get(ChangeIssuerKeys).declareCompromised(SYSTEM, old, '不再可信');
  expect((await judged(text)).verified).toBe(false);
  expect((await judged(newer.text)).verified).toBe(true);
});

test('a proof by somebody else’s key under the issuer’s name does not verify', async () => {
  const { text } = await issued(academy);
  const stranger = JSON.parse(text) as { proof: { verificationMethod: string }[] };
  stranger.proof[0]!.verificationMethod = 'did:web:academy.example#z6MkfakefakefakefakefakefakefakefakefakefakefakefakeX';
  expect((await judged(JSON.stringify(stranger))).verified).toBe(false);
});
