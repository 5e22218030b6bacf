import { CompactSign, importJWK } from 'jose';
import { createPrivateKey, sign } from 'node:crypto';
import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { anEcKey, anEdKey } from '../../../builders/keys.js';

const SITE = 'https://other.example/issuers/1';
const NOT_REACHABLE = ['format ok', 'whole ok', 'signature unknown', 'issuerKey unknown keyNotReachable'];
const SELF_NAMED = ['format ok', 'whole ok', 'signature ok', 'issuerKey unknown selfNamed'];
const NOT_ISSUERS = 'issuerKey failed keyNotIssuers';

describe('a credential of another issuer', () => {
  let academy: Issuer;
  let other: Issuer;
  let selfMade: Issuer;
  beforeAll(async () => {
    [academy, other, selfMade] = await Promise.all([
      anIssuer('academy.example'),
      anIssuer('other.example'),
      anIssuer(null),
    ]);
  });

  /** Each step, as one line. */
  const steps = async (file: string | object): Promise<string[]> => {
    const bytes = Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    return (await checkFile(bytes, academy.keys)).checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
  };

  it.each<[string, Record<string, unknown>]>([
    ['an address on the issuer’s host', { kid: 'https://other.example/keys/1' }],
    ['a plain name', { kid: 'key-1' }],
    ['another identifier of the issuer’s', { kid: 'did:web:keys.other.example#key-1' }],
    ['nothing', { kid: undefined }],
    ['the key itself', { kid: undefined, jwk: anEcKey().publicJwk }],
    ['its certificate', { kid: undefined, x5c: ['MIIB'] }],
  ])('as JWT could not be checked where its header names the key by %s', async (_, header) => {
    for (const issuer of [SITE, other.did])
      expect(await steps(await other.jwt(aCredential(issuer), header))).toEqual(NOT_REACHABLE);
  });

  it('as JWT could not be checked where it names its issuer in two ways', async () => {
    for (const iss of [other.did, selfMade.did])
      expect(await steps(await other.jwt({ vc: aCredential(SITE), iss }))).toEqual(NOT_REACHABLE);
    const twoKeys = { vc: aCredential(selfMade.did), iss: (await anIssuer(null)).did };
    expect(await steps(await other.jwt(twoKeys))).toContain(NOT_ISSUERS);
  });

  it('whose issuer is its own key is checked with it, unless the header names a key of somebody else', async () => {
    const { publicKeyMultibase, privateJwk } = anEdKey();
    const did = `did:key:${publicKeyMultibase}`;
    const key = await importJWK(privateJwk, 'EdDSA');
    const token = (kid: string | undefined): Promise<string> =>
      new CompactSign(Buffer.from(JSON.stringify(aCredential(did))))
        .setProtectedHeader({ alg: 'EdDSA', ...(kid === undefined ? {} : { kid }) })
        .sign(key);
    for (const kid of [undefined, 'key-1', did, `${did}#${publicKeyMultibase}`, `#${publicKeyMultibase}`])
      expect(await steps(await token(kid))).toEqual(SELF_NAMED);
    expect(await steps(await token(selfMade.keyId))).toContain(NOT_ISSUERS);
    const [header, , signature] = (await token(undefined)).split('.');
    const changed = Buffer.from(JSON.stringify(aCredential(did, { name: '更改' }))).toString('base64url');
    expect(await steps([header, changed, signature].join('.'))).toContain('signature failed signatureWrong');
  });

  it('whose token the library refuses before it compares the signature could not be checked', async () => {
    const { publicKeyMultibase, privateJwk } = anEdKey();
    const did = `did:key:${publicKeyMultibase}`;
    const key = createPrivateKey({ key: { ...privateJwk }, format: 'jwk' });
    const token = (header: object, payload = aCredential(did)): string => {
      const parts = [{ alg: 'EdDSA', ...header }, payload].map((one) =>
        Buffer.from(JSON.stringify(one)).toString('base64url'),
      );
      return `${parts.join('.')}.${sign(null, Buffer.from(parts.join('.')), key).toString('base64url')}`;
    };
    for (const header of [{ crit: ['exp'], exp: 9 }, { crit: ['x-trace'], 'x-trace': 1 }, { crit: [] }])
      expect(await steps(token(header))).toContain('signature unknown unknownProof');
    for (const kid of [
      'urn:uuid:1',
      'urn:ietf:params:oauth:jwk-thumbprint:sha-256:x',
      'https://other.example/keys/1',
    ]) {
      expect(await steps(token({ kid }))).toEqual(SELF_NAMED);
      const [header, , signature] = token({ kid }).split('.');
      const [, changed] = token({ kid }, aCredential(did, { name: '更改' })).split('.');
      expect(await steps([header, changed, signature].join('.'))).toEqual(NOT_REACHABLE);
    }
  });

  it.each<[string, unknown]>([
    ['an address on the issuer’s host', 'https://other.example/keys/1'],
    ['a key that names itself', 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6Mkha'],
    ['a method whose controller is the issuer', { id: 'https://other.example/keys/1', controller: SITE }],
  ])('as JSON could not be checked where its proof names %s', async (_, verificationMethod) => {
    const { proof, ...unsigned } = await other.sign(aCredential(SITE));
    expect(await steps({ ...unsigned, proof: { ...(proof as object), verificationMethod } })).toEqual(NOT_REACHABLE);
  });

  it('is not signed by a key of the academy’s', async () => {
    expect(await steps(await academy.sign(aCredential(SITE)))).toContain(NOT_ISSUERS);
    expect(await steps(await academy.jwt(aCredential(SITE)))).toContain(NOT_ISSUERS);
  });

  it('with a proof of an unknown kind is not called forged for what somebody else signed', async () => {
    const { proof, ...unsigned } = await selfMade.sign(aCredential(selfMade.did));
    const added = { ...(proof as object), verificationMethod: other.keyId };
    const strange = { type: 'Ed25519Signature2020', verificationMethod: selfMade.keyId, proofValue: 'z3' };
    for (const proofs of [
      [strange, added],
      [added, strange],
    ])
      expect(await steps({ ...unsigned, proof: proofs })).toContain('signature unknown unknownProof');
    expect(await steps({ ...unsigned, proof: [added, proof] })).toEqual(SELF_NAMED);
    expect(await steps({ ...unsigned, proof: added })).toContain(NOT_ISSUERS);
  });
});
