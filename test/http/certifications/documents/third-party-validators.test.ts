/** @database SQLite: what third-party libraries say of the bytes of a credential. */
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { ReadDatabase, SYSTEM } from '../../../../src/platform/index.js';
import { PLAIN, RICH } from '../../../builders/credentials.js';
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';
import { issued } from './issued.js';
import { judgedByConsortium, step, type Verified } from './judges.js';
import { placeOf } from './sealed.js';

const PUBLIC_URL = 'https://third-party-validators.example';

let academy: TestAcademy;
const { one, revoke } = certificateSteps(() => academy);
const reached: string[] = [];

// The verifier looks at the machine’s clock.
beforeAll(async () => {
  academy = await TestAcademy.open({ publicUrl: PUBLIC_URL, at: Date.now() - 60_000 });
});
afterAll(() => academy.close());

const judged = (text: string): Promise<Verified> => judgedByConsortium(academy, text, { reached });

async function jwks(): Promise<JSONWebKeySet> {
  const document = JSON.parse((await academy.client(null).get('/.well-known/did.json')).text) as {
    verificationMethod: { id: string; publicKeyJwk?: object }[];
    assertionMethod: string[];
  };
  const asserting = document.verificationMethod.filter(
    ({ id, publicKeyJwk }) => publicKeyJwk && document.assertionMethod.includes(id),
  );
  return { keys: asserting.map(({ id, publicKeyJwk }) => ({ ...publicKeyJwk, kid: id })) };
}

test('the verifier of the Digital Credentials Consortium finds rich and plain credentials sound, in shape, proof and status', async () => {
  for (const facts of [RICH, PLAIN]) {
    const verdict = await judged((await issued(academy, facts)).text);
    expect(verdict.errors).toBeUndefined();
    expect([step(verdict, 'valid_signature'), step(verdict, 'expiration'), step(verdict, 'revocation_status')]).toEqual(
      [true, true, true],
    );
    expect(
      verdict.additionalInformation?.flatMap(({ results = [] }) => results.map(({ result }) => result.valid)),
    ).toEqual([true]);
  }
  expect(reached.every((url) => url.startsWith(PUBLIC_URL) || url.includes('purl.imsglobal.org'))).toBe(true);
});

test('it finds the stored file sound that a holder downloads', async () => {
  const { row } = await one();
  await placeOf(academy, row.id);
  const { status, text } = await academy.client(null).get(`/c/${row.token}.json`);
  const verdict = await judged(text);
  expect([status, verdict.errors, step(verdict, 'valid_signature'), step(verdict, 'revocation_status')]).toEqual([
    200,
    undefined,
    true,
    true,
  ]);
});

test('one that expired before the academy signed is sealed like the others', async () => {
  const { row } = await one('石磊', null, 1);
  academy.clock.moveTo(academy.clock.now() + 90 * 86_400_000);
  await placeOf(academy, row.id);
  academy.clock.moveTo(academy.clock.now() - 90 * 86_400_000);
  const { status, text } = await academy.client(null).get(`/c/${row.token}.json`);
  expect([status, step(await judged(text), 'valid_signature')]).toEqual([200, true]);
});

test('it sees a revocation as soon as it is made', async () => {
  const { text, row } = await issued(academy);
  expect(step(await judged(text), 'revocation_status')).toBe(true);
  await revoke(row);
  expect(step(await judged(text), 'revocation_status')).toBe(false);
});

test('it refuses a credential of which one character was changed', async () => {
  const { text } = await issued(academy);
  const verdict = await judged(text.replace('欧阳晓彤', '欧阳晓丹'));
  expect(verdict.errors?.map(({ name }) => name)).toEqual(['invalid_signature']);
});

test('jose verifies the JWT by the key that the issuer’s document names, and not by another', async () => {
  const { jwt } = await issued(academy);
  const keys = createLocalJWKSet(await jwks());
  const { payload, protectedHeader } = await jwtVerify(jwt, keys, {
    issuer: 'did:web:third-party-validators.example',
    algorithms: ['ES256'],
  });
  expect(payload).toMatchObject({ credentialSubject: { licenseNumber: RICH.number } });
  expect(protectedHeader.kid).toMatch(/^did:web:third-party-validators\.example#/);
  const [header, , signature] = jwt.split('.');
  const other = Buffer.from(JSON.stringify({ ...payload, sub: 'urn:uuid:somebody-else' })).toString('base64url');
  await expect(jwtVerify(`${header}.${other}.${signature}`, keys)).rejects.toThrow();
  const old = (await allIssuerKeys((query) => academy.app.get(ReadDatabase).query(query))).find(
    ({ kind, state }) => kind === 'jwt' && state === 'active',
  )!;
  await academy.app.get(RotateIssuerKey).execute(SYSTEM, old.id);
  await expect(jwtVerify(jwt, createLocalJWKSet(await jwks()))).resolves.toBeDefined();
  await academy.app.get(DeclareKeyCompromised).execute(SYSTEM, { id: old.id, note: '不再可信' });
  await expect(jwtVerify(jwt, createLocalJWKSet(await jwks()))).rejects.toThrow();
});
