/** @database SQLite: what readers of PDFs say of the signatures in a file. */
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePaperRoot } from '../../../../src/certifications/documents/credential/keys/paper-keys.js';
import { GenuineKeys, IssuerKeys, VerifyCertificate } from '../../../../src/certifications/index.js';
import { IssuerKey } from '../../../../src/certifications/issuer/data/issuer-key.entity.js';
import { SYSTEM, UnitOfWork } from '../../../../src/platform/index.js';
import { legacySigningKeys, pemIn } from '../../../builders/signer-of-before.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { documentsOf } from '../sealed.js';
import { signatureIn } from '../signature-in.js';
import { certificateSteps } from '../certificate-steps.js';

const SIGNING_TIME = Buffer.from('06092a864886f70d010905', 'hex');

/** Where poppler's and NSS's tools are not installed these are shown as skipped. */
const withReaders = ['pdfsig', 'certutil'].every(has) ? it : it.skip;

describe('a paper before readers that trust the academy’s root', () => {
  let academy: TestAcademy;
  let folder: string;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'readers-'));
    // Readers go by the machine's own time.
    academy = await TestAcademy.open({ at: Date.now() });
  });
  afterAll(async () => {
    await academy.close();
    rmSync(folder, { recursive: true });
  });

  const run = (command: string, ...words: string[]): string =>
    execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  let stores = 0;
  /** What pdfsig says whose store of trusted roots holds just this one. */
  const saidOf = (pdf: Buffer, rootPem: string): string => {
    stores += 1;
    const [store, paper, root] = [`store-${stores}`, `paper-${stores}.pdf`, `root-${stores}.pem`];
    mkdirSync(join(folder, store));
    writeFileSync(join(folder, paper), pdf);
    writeFileSync(join(folder, root), rootPem);
    run('certutil', '-N', '-d', `sql:${store}`, '--empty-password');
    run('certutil', '-A', '-d', `sql:${store}`, '-n', 'academy', '-t', ',C,', '-i', root);
    return run('pdfsig', '-nssdir', store, paper);
  };
  const aPaper = async (name: string): Promise<Buffer> => (await documentsOf(academy, (await one(name, null)).row)).pdf;
  const publicRoot = async (): Promise<string> => {
    const [, path] = /href="(\/issuer\/roots\/[^"]+\.pem)"/.exec(
      (await academy.client().get('/issuer')).text.replaceAll('&#x3D;', '='),
    )!;
    return (await academy.client().get(path!)).text;
  };

  withReaders(
    'is signed by somebody trusted, with the root that the page about the issuer hands out, and with no other',
    async () => {
      const pdf = await aPaper('方舟');
      const said = saidOf(pdf, await publicRoot());
      for (const line of [
        'Signature is Valid',
        'Certificate is Trusted',
        'Total document signed',
        'ETSI.CAdES.detached',
      ])
        expect(said).toContain(line);
      const other = await makePaperRoot({ academy: 'Another', host: 'another.example', at: Date.now() });
      expect(saidOf(pdf, 'certificatePem' in other.material ? other.material.certificatePem : '')).not.toContain(
        'Certificate is Trusted',
      );
    },
    120_000,
  );

  it('says when it was signed beside the signature and not within it, as PAdES wants', async () => {
    const pdf = await aPaper('方圆');
    const { message } = signatureIn(pdf);
    expect(message.includes(SIGNING_TIME)).toBe(false);
    expect(pdf.toString('latin1')).toMatch(/\/M\s*\(D:\d{14}/);
    const { verdict, checks } = await academy.app.get(VerifyCertificate).byFile(pdf);
    expect([verdict, checks.filter(({ outcome }) => outcome !== 'ok')]).toEqual(['valid', []]);
  }, 120_000);

  withReaders(
    'is trusted after an upgrade too: a signer of before gives way to another under the same root, and its papers hold',
    async () => {
      const [root, old] = await legacySigningKeys();
      const keys = academy.app.get(IssuerKeys);
      const active = (await academy.app.get(GenuineKeys).rows()).filter(
        ({ kind, state }) => kind.startsWith('paper') && state === 'active',
      );
      const ids = active.map(({ id }) => id);
      await academy.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await keys.change(tx, ids, async (retiredAt) => {
          for (const id of ids) await tx.of(IssuerKey).update({ id }, { state: 'retired', retiredAt });
        });
        for (const key of [root, old]) await keys.store(tx, key);
        await tx.audit('story.told', { type: 'issuerKey', id: 'x', label: 'x' });
      });
      await academy.restart();
      const pdf = await aPaper('方正');
      const { paper } = await academy.app.get(IssuerKeys).ready();
      expect([paper.signerPem === pemIn(old), paper.rootPem.trim() === pemIn(root).trim()]).toEqual([false, true]);
      expect(saidOf(pdf, pemIn(root))).toContain('Certificate is Trusted');
      const rows = await academy.connections.write.query<{ key_id: string; state: string }[]>(
        `SELECT key_id, state FROM issuer_key WHERE kind = 'paperSigner' AND key_id = '${old.keyId}'`,
      );
      expect(rows).toEqual([{ key_id: old.keyId, state: 'retired' }]);
      await academy.restart();
      expect((await academy.app.get(IssuerKeys).ready()).paper.signerPem).toBe(paper.signerPem);
    },
    180_000,
  );

  it('is warned of in words where an imported signer has a purpose that readers do not take, and not where they do', async () => {
    const own = await TestAcademy.open({ at: Date.now() });
    const administrator = await signedIn(own, 'administrator');
    const imported = async (name: string, purposes: string | null): Promise<string> => {
      run(
        'openssl',
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '30',
        '-subj',
        `/CN=${name}`,
        '-addext',
        'basicConstraints=critical,CA:FALSE',
        ...(purposes === null ? [] : ['-addext', `extendedKeyUsage=${purposes}`]),
        '-keyout',
        'key.pem',
        '-out',
        'crt.pem',
      );
      run(
        'openssl',
        'pkcs12',
        '-export',
        '-inkey',
        'key.pem',
        '-in',
        'crt.pem',
        '-passout',
        'pass:spring 72',
        '-out',
        `${name}.p12`,
      );
      const bytes = execFileSync('cat', [join(folder, `${name}.p12`)]);
      own.clock.moveTo(Date.now() + 60_000);
      const answer = await administrator.upload(
        '/office/issuer-keys/import',
        { password: 'spring 72' },
        { field: 'file', name: 'signer.p12', type: 'application/x-pkcs12', bytes },
      );
      return wordsOf((await administrator.visit(answer.location!)).text);
    };
    const warned = await imported('documents', '1.3.6.1.5.5.7.3.36');
    expect(warned).toContain('会把签名显示为不受信任');
    expect(warned).toContain('Okular、Evince 等阅读器不信任它的签名');
    for (const [name, purposes] of [
      ['both', '1.3.6.1.5.5.7.3.36,emailProtection'],
      ['none', null],
    ] as const)
      expect(await imported(name, purposes)).not.toContain('不受信任');
    await own.close();
  }, 120_000);
});

function has(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
