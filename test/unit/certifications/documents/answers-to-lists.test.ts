import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import type { OwnKeys } from '../../../../src/certifications/documents/credential/checks/check-keys.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';

const ANSWERED_AT = '2026-03-02T01:00:00Z';
const aRow = (line: number): object => ({
  line,
  number: `JN-2026-${line}`,
  name: '王芳',
  verdict: 'notFound',
  withheld: null,
  checks: { number: 'ok', register: 'failed', notRevoked: 'unknown', notReplaced: 'unknown', notExpired: 'unknown' },
  certificate: null,
});

describe('a token that says it is the signed answer to a list', () => {
  let academy: Issuer;
  let other: Issuer;
  beforeAll(async () => {
    [academy, other] = await Promise.all([anIssuer('academy.example'), anIssuer('other.example')]);
  });

  const anAnswer = (iss: string, rows = 2, changes: object = {}): object => ({
    iss,
    type: 'CertificateVerificationAnswer',
    answeredAt: ANSWERED_AT,
    employer: '泉城软件',
    ...changes,
    rows: Array.from({ length: rows }, (_, at) => aRow(at + 1)),
  });
  const signed = (rows = 2): Promise<string> => academy.jwt(anAnswer(academy.did, rows));
  const steps = async (token: string, keys: OwnKeys = academy.keys): Promise<string[]> =>
    (await checkFile(Buffer.from(token), keys)).checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const withRow = (token: string, from: string, to: string): string => {
    const [head, body = '', signature] = token.split('.');
    const text = Buffer.from(body, 'base64url').toString().replace(from, to);
    return [head, Buffer.from(text).toString('base64url'), signature].join('.');
  };

  const FORGED = ['format ok', 'whole ok', 'signature failed signatureWrong', 'issuerKey unknown'];
  const ANOTHERS = ['format ok', 'whole ok', 'signature unknown', 'issuerKey failed keyNotIssuers'];
  const UNCHECKED = ['format failed signedAnswer'];

  // Around the limits of a credential: its values, its size, and beyond both.
  it.each([1, 2, 200, 900, 5_000])('is the academy’s where its key signed it, of %d rows', async (rows) => {
    const token = await signed(rows);
    expect((await checkFile(Buffer.from(token), academy.keys)).checks).toEqual([
      {
        step: 'format',
        outcome: 'failed',
        why: 'ownSignedAnswer',
        answer: { answeredAt: Date.parse(ANSWERED_AT), rows },
      },
    ]);
    expect(await steps(withRow(token, '"notFound"', '"valid"'))).toEqual(FORGED);
    expect(await steps(`${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(86)}`)).toEqual(FORGED);
  });

  it('in the academy’s name is not believed without its signature, or with another’s', async () => {
    const [, body] = (await signed()).split('.');
    expect(await steps(`${encoded({ alg: 'none' })}.${body}.${'A'.repeat(86)}`)).toContain(
      'signature failed notSigned',
    );
    expect(await steps(await other.jwt(anAnswer(academy.did)))).toEqual(ANOTHERS);
    const types = { type: ['CertificateVerificationAnswer', 'Other'] };
    expect(await steps(await other.jwt(anAnswer(academy.did, 2, types)))).toEqual(ANOTHERS);
    expect(await steps(await other.jwt(anAnswer(academy.did), { kid: '' }))).toEqual(ANOTHERS);
    expect(await steps(await other.jwt(anAnswer(other.did), { kid: `${academy.did}#key-2` }))).toEqual(ANOTHERS);
    expect(await steps(await other.jwt(anAnswer(academy.did), { kid: `${academy.did}#key-2` }))).toEqual(FORGED);
    expect(await steps(await academy.jwt(anAnswer(other.did)))).toEqual(ANOTHERS);
  });

  it('is damaged where the end of the academy’s signature is missing', async () => {
    expect(await steps((await signed()).slice(0, -20))).toEqual(['format failed fileDamaged']);
  });

  it('could not be checked where its key was declared compromised', async () => {
    const keys = { ...academy.keys, compromised: [`${academy.did}#key-2`] };
    const COMPROMISED = ['format ok', 'whole ok', 'signature ok', 'issuerKey unknown answerKeyCompromised'];
    expect(await steps(await signed(), keys)).toEqual(COMPROMISED);
    expect(await steps(await signed(5_000), keys)).toEqual(COMPROMISED);
    expect(await steps(withRow(await signed(), '"notFound"', '"valid"'), keys)).toEqual(FORGED);
  });

  it('is not checked where it names another issuer, or is no token', async () => {
    for (const rows of [2, 900, 5_000])
      expect(await steps(await other.jwt(anAnswer(other.did, rows)))).toEqual(UNCHECKED);
    expect(await steps(`${encoded({ alg: 'none' })}.${encoded(anAnswer(''))}.${'A'.repeat(86)}`)).toEqual(UNCHECKED);
    expect(await steps(JSON.stringify(anAnswer(academy.did)))).toEqual(UNCHECKED);
  });

  it('is a credential where it carries one', async () => {
    const carrying = await academy.jwt({ ...anAnswer(academy.did), vc: aCredential(academy.did) });
    expect(await steps(carrying)).toEqual(['format ok', 'whole ok', 'signature ok', 'issuerKey ok']);
  });

  it('is not read on for its size where it is anything else', async () => {
    const large = await academy.jwt(anAnswer(academy.did, 5_000, { type: 'Other' }));
    expect(await steps(large)).toEqual(['format failed fileTooDeep']);
  });
});
