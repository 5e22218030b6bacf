import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BindRegister, GenuineKeys, IssuerKeys } from '../../../../src/certifications/index.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { IssuerKey } from '../../../../src/certifications/issuer/data/issuer-key.entity.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { Keys, readConfig, ReadDatabase, SYSTEM, UnitOfWork } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';

let academy: TestAcademy;

beforeAll(async () => {
  academy = await TestAcademy.open();
});
afterAll(() => academy.close());

const keys = (): IssuerKeys => academy.app.get(IssuerKeys);

test('the academy’s keys are made when they are first needed, once, whoever asks at the same time', async () => {
  const rings = await Promise.all([keys().ready(), keys().ready(), keys().ready()]);
  expect(new Set(rings.map(({ assertion }) => assertion.id)).size).toBe(1);
  expect((await academy.app.get(GenuineKeys).publicKeys()).map(({ kind }) => kind).sort()).toEqual([
    'assertion',
    'jwt',
    'log',
    'paperRoot',
    'paperSigner',
  ]);
  expect(rings[0].did).toBe('did:web:academy.example');
});

test('the log’s key signs, and its verifier key is of the C2SP form', async () => {
  const { log } = await keys().ready();
  const [name, hash, key] = log.verifierKey.split('+') as [string, string, string];
  expect([name, hash]).toEqual(['academy.example/log', log.keyHash.toString('hex')]);
  const raw = Buffer.from(log.verifierKey.slice(name.length + hash.length + 2), 'base64');
  expect([raw[0], raw.length, key.length > 0]).toEqual([1, 33, true]);
  const spki = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  expect(verify(null, Buffer.from('a note\n'), spki, log.sign(Buffer.from('a note\n')))).toBe(true);
});

test('the signer of papers stands under the academy’s own root, for documents and as PDF readers ask for it', async () => {
  const { paper } = await keys().ready();
  const [root, signer] = [new X509Certificate(paper.rootPem), new X509Certificate(paper.signerPem)];
  expect([
    root.ca,
    signer.ca,
    signer.checkIssued(root),
    signer.verify(root.publicKey),
    root.verify(root.publicKey),
  ]).toEqual([true, false, true, true, true]);
  expect(signer.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4']);
  expect(signer.subject).toContain('O=Jinan IT Academy');
});

test('no private part can be read from the database', async () => {
  const ring = await keys().ready();
  const stored = JSON.stringify(
    await academy.write(async (tx) => {
      tx.withoutAudit('a story reads');
      return tx.of(IssuerKey).find();
    }),
    (_name, value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : value),
  );
  for (const secret of [ring.assertion.privateJwk.d, ring.jwt.privateJwk.d, ring.log.jwk.d, ring.paper.signerKeyPem])
    expect(stored).not.toContain(secret);
});

test('the database lets nobody delete a key, change it, or let a retired one sign again', async () => {
  await keys().ready();
  const attempt = (change: (tx: Parameters<Parameters<UnitOfWork['run']>[1]>[0]) => Promise<unknown>) =>
    academy.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      tx.withoutAudit('a story tampers');
      await change(tx);
    });
  await expect(attempt((tx) => tx.of(IssuerKey).delete({ kind: 'log' }))).rejects.toThrow(/never deleted/);
  await expect(attempt((tx) => tx.of(IssuerKey).update({ kind: 'log' }, { keyId: 'log-0' }))).rejects.toThrow(
    /never deleted/,
  );
  await expect(
    attempt(async (tx) => {
      await tx.of(IssuerKey).update({ kind: 'log' }, { state: 'retired', retiredAt: tx.now });
      await tx.of(IssuerKey).update({ kind: 'log' }, { state: 'active' });
    }),
  ).rejects.toThrow(/never deleted/);
});

test('with another master key nothing signs and the log says why; binding the register and rotating bring the academy back', async () => {
  const academyMoved = await TestAcademy.open();
  await certificateSteps(() => academyMoved).one('王芳');
  await academyMoved.restart({ masterKey: 'ab'.repeat(32) });
  expect(academyMoved.takeErrors().join()).toContain('made with another master key: nothing is bound');
  const moved = academyMoved.app.get(IssuerKeys);
  await expect(moved.ready()).rejects.toThrow('busy');
  expect((await academyMoved.client().get('/.well-known/did.json')).status).toBe(503);
  expect(academyMoved.takeErrors().join()).toContain('after a change of the master key run bind-register');
  const { keysUnvouched } = await academyMoved.app
    .get(BindRegister)
    .execute({ keys: new Set(), vouchedFor: new Set(), acceptsPutBack: false });
  const genuine = academyMoved.app.get(GenuineKeys);
  expect(await genuine.publicKeys()).toEqual([]);
  await academyMoved.app
    .get(BindRegister)
    .execute({ keys: new Set(keysUnvouched), vouchedFor: new Set(), acceptsPutBack: false });
  // The old private keys cannot be opened any more; what they signed stays checkable.
  expect((await genuine.publicKeys()).length).toBe(5);
  await expect(moved.ready()).rejects.toThrow(/MASTER_KEY/);
  const reads = academyMoved.app.get(ReadDatabase);
  for (const kind of ['assertion', 'jwt', 'log', 'paperRoot']) {
    const key = (await allIssuerKeys(reads.query)).find((one) => one.kind === kind && one.state === 'active');
    await academyMoved.app.get(RotateIssuerKey).execute(SYSTEM, key!.id, moved.nameOfNewRoot());
  }
  expect((await moved.ready()).did).toBe(moved.did);
  expect((await genuine.publicKeys()).length).toBe(10);
  await academyMoved.close();
});

test('the master key of the environment makes no file', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
  const config = readConfig({ DATA_DIR: dataDir, MASTER_KEY: 'AB'.repeat(32) });
  expect(new Keys(config).of('a purpose')).toBe(new Keys({ ...config, dataDir: '/nowhere' }).of('a purpose'));
  expect(readdirSync(dataDir)).toEqual([]);
  rmSync(dataDir, { recursive: true });
  expect(() => readConfig({ MASTER_KEY: 'much too short' })).toThrow(/^MASTER_KEY=… cannot be used/);
});

test('a master key that was cut short is not taken for one', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
  const config = readConfig({ DATA_DIR: dataDir });
  const secret = new Keys(config).of('a purpose');
  expect([new Keys(config).of('a purpose'), readdirSync(join(dataDir, 'keys'))]).toEqual([secret, ['master.key']]);
  writeFileSync(join(dataDir, 'keys', 'master.key'), '');
  expect(() => new Keys(config)).toThrow(/master\.key holds 0 bytes instead of 32/);
  rmSync(dataDir, { recursive: true });
});
