/** @database SQLite: which keys a signature is checked with. */
import { CompactSign, createLocalJWKSet, type JWK, jwtVerify } from 'jose';
import { withProof } from '../../../../src/certifications/documents/credential/data-integrity.js';
import type { AssertionKey } from '../../../../src/certifications/documents/credential/keys/key-ring.js';
import { IssuerKeys, VerifyCertificate } from '../../../../src/certifications/index.js';
import { anEcKey, anEdKey } from '../../../builders/keys.js';
import { TestAcademy } from '../../../support/app.js';
import { documentsOf } from '../sealed.js';
import { certificateSteps } from '../certificate-steps.js';
import { judgedByBazaar, judgedByConsortium } from '../documents/judges.js';

let academy: TestAcademy;
const { one } = certificateSteps(() => academy);

// Verifiers of others look at the machine’s clock.
beforeAll(async () => {
  academy = await TestAcademy.open({ publicUrl: 'https://forged-key.example', at: Date.now() - 60_000 });
});
afterAll(() => academy.close());

/** What a genuine credential says, or something else, signed anew by this key. */
async function signedBy(key: AssertionKey, genuine: string, alter = (text: string): string => text): Promise<string> {
  const unsigned = JSON.parse(alter(genuine)) as { proof?: unknown };
  delete unsigned.proof;
  const { proof, ...rest } = await withProof({ ...unsigned }, key, academy.clock.now());
  return JSON.stringify({ ...rest, proof: [proof] });
}

/** What the product says of a file. */
async function said(text: string): Promise<unknown> {
  const { verdict, certificate, foreign, checks } = await academy.app.get(VerifyCertificate).byFile(Buffer.from(text));
  return { verdict, shown: certificate ?? foreign, signature: checks.find(({ step }) => step === 'signature') };
}

const REFUSED = {
  verdict: 'invalid',
  shown: null,
  signature: { step: 'signature', outcome: 'failed', why: 'signatureWrong' },
};

describe('a credential that another key signed under the academy’s own key id', () => {
  test.each([
    ['which says what a genuine one says', (text: string) => text],
    ['which says something else', (text: string) => text.replaceAll('王芳', '王方')],
  ])(
    'is refused by two verifiers of others, who hold the academy’s own document, and by the product: one %s',
    async (_, alter) => {
      const { row } = await one('王芳', 'Wang Fang');
      const genuine = (await documentsOf(academy, row)).json.toString();
      const { assertion } = await academy.app.get(IssuerKeys).ready();
      const forged = await signedBy({ ...anEdKey(), id: assertion.id }, genuine, alter);
      expect([
        (await judgedByBazaar(academy, forged)).verified,
        (await judgedByConsortium(academy, forged)).errors?.map(({ name }) => name),
      ]).toEqual([false, ['invalid_signature']]);
      expect(await said(forged)).toEqual(REFUSED);

      const ours = await signedBy(assertion, genuine);
      expect([
        (await judgedByBazaar(academy, ours)).verified,
        (await judgedByConsortium(academy, ours)).errors,
      ]).toEqual([true, undefined]);
      expect(await said(genuine)).toMatchObject({ verdict: 'valid', shown: { id: row.id } });
    },
  );

  test('is refused as a JWT as well, by jose and by the product', async () => {
    const { row } = await one('李雷', null);
    const genuine = (await documentsOf(academy, row)).jwt.toString();
    const { jwt } = await academy.app.get(IssuerKeys).ready();
    const payload = Buffer.from(genuine.split('.')[1]!, 'base64url');
    const forged = await new CompactSign(payload)
      .setProtectedHeader({ alg: 'ES256', kid: jwt.id, typ: 'JWT' })
      .sign(anEcKey().privateKey);
    const document = JSON.parse((await academy.client(null).get('/.well-known/did.json')).text) as {
      verificationMethod: { id: string; publicKeyJwk?: JWK }[];
    };
    const keys = createLocalJWKSet({
      keys: document.verificationMethod.flatMap(({ id, publicKeyJwk }) =>
        publicKeyJwk ? [{ ...publicKeyJwk, kid: id }] : [],
      ),
    });
    await expect(jwtVerify(forged, keys)).rejects.toThrow('signature verification failed');
    expect(await said(forged)).toEqual(REFUSED);
    await expect(jwtVerify(genuine, keys)).resolves.toBeDefined();
    expect(await said(genuine)).toMatchObject({ verdict: 'valid', shown: { id: row.id } });
  });
});
