/** @database SQLite: how the status list of another issuer is read. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { withProof } from '../../../../src/certifications/documents/credential/data-integrity.js';
import type { AssertionKey } from '../../../../src/certifications/documents/credential/keys/key-ring.js';
import { bitOf, encodeBits, statusListOf } from '../../../../src/certifications/documents/credential/status-list.js';
import { IssuerKeys, VerifyCertificate } from '../../../../src/certifications/index.js';
import { aCredential, anIssuer } from '../../../builders/issuers.js';
import { anEdKey } from '../../../builders/keys.js';
import { TestAcademy } from '../../../support/app.js';
import { documentsOf } from '../sealed.js';
import { certificateSteps } from '../certificate-steps.js';
import { judgedByBazaar, judgedByConsortium, step } from '../documents/judges.js';
import { placeOf } from '../documents/sealed.js';

const A_DAY = 86_400_000;
const PUBLIC_URL = 'https://list-out-of-reach.example';
const LIST = `${PUBLIC_URL}/status/1`;

let academy: TestAcademy;
let text: string;
let index: number;
let assertion: AssertionKey;
const { one } = certificateSteps(() => academy);

// Verifiers of others look at the machine’s clock.
beforeAll(async () => {
  academy = await TestAcademy.open({ publicUrl: PUBLIC_URL, at: Date.now() - 60_000 });
  ({ assertion } = await academy.app.get(IssuerKeys).ready());
  const { row } = await one('王芳', 'Wang Fang');
  text = (await documentsOf(academy, row)).json.toString();
  ({ index } = await placeOf(academy, row.id));
});
afterAll(() => academy.close());

const answers = (body: string, status = 200): Promise<Response> =>
  Promise.resolve(new Response(body, { status, headers: { 'content-type': 'application/ld+json' } }));

/** The academy’s list with all bits clear, altered before it is signed. */
async function list({
  at = academy.clock.now(),
  key = assertion,
  ...alter
}: { at?: number; key?: AssertionKey; issuer?: string; encodedList?: string } = {}): Promise<Response> {
  const { did } = await academy.app.get(IssuerKeys).ready();
  const { issuer = did, encodedList } = alter;
  const plain = statusListOf({ did: issuer, publicUrl: PUBLIC_URL, list: 1, ended: [], at });
  const subject = { ...(plain.credentialSubject as object), ...(encodedList === undefined ? {} : { encodedList }) };
  return answers(JSON.stringify(await withProof({ ...plain, credentialSubject: subject }, key, at)));
}

const byKeyOf = async (issuer: string): Promise<Response> => {
  const foreignIssuer = anEdKey();
  const did = issuer === 'did:key' ? `did:key:${foreignIssuer.publicKeyMultibase}` : issuer;
  return list({ issuer: did, key: { ...foreignIssuer, id: `${did}#${foreignIssuer.publicKeyMultibase}` } });
};

const OUT_OF_REACH: readonly (readonly [string, () => Promise<Response>])[] = [
  ['answers 404', () => answers('not here', 404)],
  ['answers 500', () => answers('broken', 500)],
  ['is not answered in time', () => Promise.reject(new DOMException('It took too long', 'TimeoutError'))],
  ['answers what is no JSON', () => answers('<html>Welcome</html>')],
  ['answers JSON that is no list', () => answers('{}')],
  ['is another issuer’s', () => byKeyOf('did:web:other.example')],
  ['is signed by another key under the academy’s key id', () => list({ key: { ...anEdKey(), id: assertion.id } })],
  ['is too short', () => list({ encodedList: `u${gzipSync(Buffer.alloc(1)).toString('base64url')}` })],
  ['has bits that cannot be read', () => list({ encodedList: 'unonsense' })],
  ['has expired', () => list({ at: academy.clock.now() - 5 * A_DAY })],
];

describe('where the academy’s status list', () => {
  test.each(OUT_OF_REACH)(
    '%s, verifiers of others say neither that the certificate holds nor that it was revoked',
    async (_, answer) => {
      const instead = { [LIST]: answer };
      expect(await judgedByBazaar(academy, text, instead)).toEqual({ verified: false, revoked: null });
      const verdict = await judgedByConsortium(academy, text, { instead });
      expect([typeof step(verdict, 'revocation_status'), step(verdict, 'valid_signature')]).toEqual(['string', true]);
    },
    60_000,
  );

  test('is another’s that needs nobody to be asked, the verifier that compares the issuers finds it out', async () => {
    expect(await judgedByBazaar(academy, text, { [LIST]: () => byKeyOf('did:key') })).toEqual({
      verified: false,
      revoked: null,
    });
  });

  test('is as it should be, they say that it holds', async () => {
    expect(await judgedByBazaar(academy, text)).toEqual({ verified: true, revoked: false });
    expect(await judgedByBazaar(academy, text, { [LIST]: () => list() })).toEqual({ verified: true, revoked: false });
    expect(step(await judgedByConsortium(academy, text), 'revocation_status')).toBe(true);
  });
});

describe('a credential whose status entry leads nowhere', () => {
  const WITH = [
    ['a list that nobody keeps', { list: 999, place: 7 }],
    ['a place behind the list’s end', { list: 1, place: 131_072 }],
  ] as const;

  test.each(WITH)('is not said to hold: %s', async (_, { list: number, place }) => {
    const unsigned = JSON.parse(text) as { proof?: unknown; credentialStatus: object };
    delete unsigned.proof;
    const entry = {
      ...unsigned.credentialStatus,
      id: `${PUBLIC_URL}/status/${number}#${place}`,
      statusListIndex: String(place),
      statusListCredential: `${PUBLIC_URL}/status/${number}`,
    };
    const { proof, ...signed } = await withProof(
      { ...unsigned, credentialStatus: entry },
      assertion,
      academy.clock.now(),
    );
    const altered = JSON.stringify({ ...signed, proof: [proof] });
    expect(await judgedByBazaar(academy, altered)).toEqual({ verified: false, revoked: null });
    expect(typeof step(await judgedByConsortium(academy, altered), 'revocation_status')).toBe('string');
    // The product asks its register, where another credential stands under this address.
    const said = await academy.app.get(VerifyCertificate).byFile(Buffer.from(altered));
    expect([
      said.verdict,
      said.certificate,
      said.checks.find(({ step: each }) => each === 'unaltered')?.outcome,
    ]).toEqual(['invalid', null, 'failed']);
  });

  test('has no bit that the product’s own reader would answer', () => {
    expect([
      bitOf(encodeBits([index]), index),
      bitOf(encodeBits([]), index),
      bitOf(encodeBits([]), 131_072),
      bitOf(`u${gzipSync(Buffer.alloc(1)).toString('base64url')}`, 3),
    ]).toEqual([true, false, null, null]);
  });
});

describe('another issuer’s credential with a status entry', () => {
  test.each(['its own server', 'the academy'])(
    'could not be checked, and nobody is asked: a list at %s',
    async (where) => {
      let asked = 0;
      const server = createServer((_, response) => {
        asked += 1;
        response.end('{}');
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const fetching = globalThis.fetch;
      globalThis.fetch = () => {
        asked += 1;
        return Promise.reject(new Error('somebody fetched'));
      };
      try {
        const issuer = await anIssuer(null);
        const at =
          where === 'the academy' ? LIST : `http://127.0.0.1:${(server.address() as AddressInfo).port}/status/1`;
        const credentialStatus = {
          id: `${at}#${index}`,
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: String(index),
          statusListCredential: at,
        };
        const said = async (changes: object) =>
          academy.app
            .get(VerifyCertificate)
            .byFile(Buffer.from(JSON.stringify(await issuer.sign(aCredential(issuer.did, { ...changes })))));
        const { verdict, certificate, checks } = await said({ credentialStatus });
        expect([verdict, certificate, checks.find(({ step: each }) => each === 'notRevoked')]).toEqual([
          'couldNotCheck',
          null,
          { step: 'notRevoked', outcome: 'unknown', why: 'foreignStatus' },
        ]);
        expect([(await said({})).verdict, asked]).toEqual(['foreign', 0]);
      } finally {
        globalThis.fetch = fetching;
        await new Promise((resolve) => {
          server.close(resolve);
        });
      }
    },
  );
});
