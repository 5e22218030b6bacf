import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IssuerKeys } from '../../../../src/certifications/index.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { allIssuerKeys, type IssuerKeyRow } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import type { KeyKind } from '../../../../src/certifications/core/domain/issuer-key.js';
import { ReadDatabase, SYSTEM } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

let academy: TestAcademy;

beforeAll(async () => {
  academy = await TestAcademy.open();
});
afterAll(() => academy.close());

interface DidDocument {
  readonly id: string;
  readonly verificationMethod: readonly { readonly id: string; readonly revoked?: string }[];
  readonly assertionMethod: readonly string[];
}

async function didDocument(): Promise<DidDocument> {
  const answer = await academy.client(null).get('/.well-known/did.json');
  expect([answer.status, answer.headers['content-type'], answer.headers['access-control-allow-origin']]).toEqual([
    200,
    'application/did+json; charset=utf-8',
    '*',
  ]);
  return JSON.parse(answer.text) as DidDocument;
}

const signing = async (kind: KeyKind): Promise<IssuerKeyRow> => {
  await academy.app.get(IssuerKeys).ready();
  return (await allIssuerKeys((query) => academy.app.get(ReadDatabase).query(query))).find(
    (key) => key.kind === kind && key.state === 'active',
  )!;
};

test('a rotated key signs no more and stays in the issuer’s document', async () => {
  const old = await signing('assertion');
  const administrator = await signedIn(academy, 'administrator');
  const path = `/office/issuer-keys/${old.id}/rotation`;
  expect(wordsOf((await administrator.get(path)).text)).toContain('永久保留');
  expect(wordsOf((await administrator.submit(path, {}, path)).text)).toContain('已更换');
  const { assertion, did } = await academy.app.get(IssuerKeys).ready();
  expect(assertion.id).not.toBe(`${did}#${old.keyId}`);
  const document = await didDocument();
  expect(document.assertionMethod).toEqual(expect.arrayContaining([assertion.id, `${did}#${old.keyId}`]));
  const again = await administrator.post(path, {}, path);
  expect([again.status, wordsOf(again.text).includes('这把密钥已经停用')]).toEqual([422, true]);
});

test('a compromised key may assert nothing, is seen as revoked, and another takes over', async () => {
  const old = await signing('jwt');
  const administrator = await signedIn(academy, 'administrator', 'en');
  const path = `/office/issuer-keys/${old.id}/compromise`;
  const empty = await administrator.post(path, { note: '' }, path);
  expect(empty.status).toBe(422);
  expect(
    wordsOf((await administrator.submit(path, { note: '备份磁盘遗失，3 月 1 日后的签名不可信' }, path)).text),
  ).toContain('new key has taken over');
  const { jwt, did } = await academy.app.get(IssuerKeys).ready();
  const document = await didDocument();
  expect(document.assertionMethod).toContain(jwt.id);
  expect(document.assertionMethod).not.toContain(`${did}#${old.keyId}`);
  expect(document.verificationMethod.find(({ id }) => id === `${did}#${old.keyId}`)?.revoked).toBe(
    new Date(academy.clock.now()).toISOString().replace(/\.\d+Z/, 'Z'),
  );
  expect(wordsOf((await academy.client().get('/issuer')).text)).toContain('备份磁盘遗失');
  expect((await administrator.post(path, { note: 'again' }, path)).status).toBe(422);
});

test('a new root brings a new signer; the old root can still be downloaded', async () => {
  // Its own, even if another test has imported one: an imported signer stays.
  await academy.app.get(RotateIssuerKey).execute(SYSTEM, (await signing('paperSigner')).id);
  const [root, signer] = [await signing('paperRoot'), await signing('paperSigner')];
  const path = `/office/issuer-keys/${root.id}/rotation`;
  const browser = await signedIn(academy, 'administrator');
  const name = academy.app.get(IssuerKeys).nameOfNewRoot();
  expect(wordsOf((await browser.get(path)).text)).toContain(`阅读软件会显示它： ${name}`);
  const refused = await browser.post(path, { name: 'Another Academy' }, path);
  expect([refused.status, wordsOf(refused.text).includes('和页面上看到的不同')]).toEqual([422, true]);
  expect((await signing('paperRoot')).keyId).toBe(root.keyId);
  await browser.submit(path, { name }, path);
  const { paper } = await academy.app.get(IssuerKeys).ready();
  expect(new X509Certificate(paper.signerPem).checkIssued(new X509Certificate(paper.rootPem))).toBe(true);
  expect((await signing('paperSigner')).keyId).not.toBe(signer.keyId);
  for (const pem of [paper.rootPem, paper.signerPem]) expect(new X509Certificate(pem).subject).toContain(`O=${name}`);
  for (const keyId of [root.keyId, (await signing('paperRoot')).keyId]) {
    const { status, text } = await academy.client().get(`/issuer/roots/${keyId}.pem`);
    expect([status, new X509Certificate(text).ca]).toEqual([200, true]);
  }
  for (const other of [`${signer.keyId}.pem`, 'x509-0.pem', `${root.keyId}.key`])
    expect((await academy.client().get(`/issuer/roots/${other}`)).status).toBe(404);
});

test('the page of fingerprints prints what OpenSSL and the C2SP tools call the keys', async () => {
  const { paper, log, assertion, did } = await academy.app.get(IssuerKeys).ready();
  const said = wordsOf((await academy.client('en').get('/issuer')).text);
  expect(said).toContain(new X509Certificate(paper.rootPem).fingerprint256);
  for (const name of [log.verifierKey, assertion.publicKeyMultibase, did]) expect(said).toContain(name);
});

describe('a signer of the academy’s own, as PKCS#12', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pkcs12-'));
    // OpenSSL makes certificates that hold from the machine's time on.
    academy.clock.moveTo(Date.now() + 3_600_000);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const openssl = (...words: string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  };
  function pkcs12(name: string, key: readonly string[], days = '3650'): Buffer {
    openssl(
      'req',
      '-x509',
      '-newkey',
      ...key,
      '-nodes',
      '-days',
      days,
      '-subj',
      `/CN=${name}`,
      '-addext',
      'basicConstraints=critical,CA:FALSE',
      '-addext',
      'keyUsage=digitalSignature',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.crt`,
    );
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      `${name}.key`,
      '-in',
      `${name}.crt`,
      '-passout',
      'pass:spring 72',
      '-out',
      `${name}.p12`,
    );
    return readFileSync(join(folder, `${name}.p12`));
  }
  const sent = async (bytes: Buffer, password = 'spring 72') =>
    (await signedIn(academy, 'administrator')).upload(
      '/office/issuer-keys/import',
      { password },
      { field: 'file', name: 'signer.p12', type: 'application/x-pkcs12', bytes },
    );

  test('signs papers from then on, and its key opens again after a restart', async () => {
    const answer = await sent(pkcs12('authority', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']));
    expect([answer.status, answer.location]).toEqual([303, '/office/issuer-keys']);
    const { paper } = await academy.app.get(IssuerKeys).ready();
    expect([paper.keyType, new X509Certificate(paper.signerPem).subject]).toEqual(['EC', 'CN=authority']);
    expect(paper.signerKeyPem).toContain('BEGIN PRIVATE KEY');
  });

  test('is refused while it does not hold yet', async () => {
    const bytes = pkcs12('future', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    academy.clock.moveTo(Date.now() - 30 * 86_400_000);
    const answer = await sent(bytes);
    academy.clock.moveTo(Date.now() + 3_600_000);
    expect([answer.status, wordsOf(answer.text).includes('现在不能用于签名')]).toEqual([422, true]);
  });

  test.each([
    [
      'wrong password',
      (): [Buffer, string] => [pkcs12('one', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']), 'springs'],
      '打不开',
    ],
    ['no PKCS#12', (): [Buffer, string] => [Buffer.from('PK no'), ''], '打不开'],
    [
      'a curve that papers do not take',
      (): [Buffer, string] => [pkcs12('curve', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384']), 'spring 72'],
      '只接受 P-256',
    ],
  ])('is refused in words: %s', async (_name, make, words) => {
    const answer = await sent(...make());
    expect([answer.status, wordsOf(answer.text).includes(words)]).toEqual([422, true]);
  });
});
