import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IssuerKeys, VerifyCertificate } from '../../../../src/certifications/index.js';
import { TestAcademy } from '../../../support/app.js';
import { measureEventLoop } from '../../../support/event-loop.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';
import { documentsOf } from '../sealed.js';
import { signatureIn } from '../signature-in.js';
import { certificateSteps } from '../certificate-steps.js';

const PASSWORD = 'spring 72';
const KEYS = { EC: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], RSA: ['rsa:3072'] } as const;
const AN_HOUR = 3_600_000;

let academy: TestAcademy;
let folder: string;
const { one } = certificateSteps(() => academy);

// OpenSSL makes certificates that hold from the machine’s time on.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signers-'));
  academy = await TestAcademy.open({ at: Date.now() + AN_HOUR });
});
beforeEach(() => academy.clock.moveTo(Date.now() + AN_HOUR));
afterAll(async () => {
  await academy.close();
  rmSync(folder, { recursive: true });
});

const openssl = (...words: string[]): string =>
  execFileSync('openssl', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const read = (name: string): Buffer => readFileSync(join(folder, name));

/**
 * `<name>.crt` and `<name>.key`, signed by another of them or by itself.
 * `remark`: characters of no use that make a certificate long.
 */
function certificate(
  name: string,
  {
    key = 'EC',
    by = null,
    authority = false,
    days = 3650,
    remark = 10,
  }: { key?: keyof typeof KEYS; by?: string | null; authority?: boolean; days?: number; remark?: number },
): void {
  const usage = authority
    ? ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign']
    : ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation'];
  const extensions = [...usage, `nsComment=${'x'.repeat(remark)}`].flatMap((one) => ['-addext', one]);
  const issuer = by === null ? [] : ['-CA', `${by}.crt`, '-CAkey', `${by}.key`];
  openssl(
    'req',
    '-x509',
    '-newkey',
    ...KEYS[key],
    '-nodes',
    '-days',
    String(days),
    '-subj',
    `/O=Quancheng Trust/CN=${name}`,
    ...extensions,
    ...issuer,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.crt`,
  );
}

/** A signer under an authority under a root, as an authority hands it over: `<name>.p12` holds all three. */
function chain(name: string, key: keyof typeof KEYS, remark = 10): Buffer {
  certificate(`${name}-root`, { key, authority: true, remark });
  certificate(`${name}-middle`, { key, by: `${name}-root`, authority: true, remark });
  certificate(name, { key, by: `${name}-middle`, remark });
  writeFileSync(
    join(folder, `${name}-chain.pem`),
    Buffer.concat([read(`${name}-middle.crt`), read(`${name}-root.crt`)]),
  );
  return pkcs12(name, '-certfile', `${name}-chain.pem`);
}

function pkcs12(name: string, ...words: string[]): Buffer {
  openssl(
    'pkcs12',
    '-export',
    ...(words.includes('-nokeys') ? [] : ['-inkey', `${name}.key`]),
    '-in',
    `${name}.crt`,
    ...words,
    '-passout',
    `pass:${PASSWORD}`,
    '-out',
    `${name}.p12`,
  );
  return read(`${name}.p12`);
}

const sent = async (bytes: Buffer, password = PASSWORD): Promise<Answer> =>
  (await signedIn(academy, 'administrator')).upload(
    '/office/issuer-keys/import',
    { password },
    { field: 'file', name: 'signer.p12', type: 'application/x-pkcs12', bytes },
  );

describe('a signer that an authority gave the academy', () => {
  test.each([
    ['EC', 10],
    ['RSA', 10],
    ['RSA', 4000],
  ] as const)(
    'signs papers after a restart, with its chain inside, as poppler and OpenSSL see it: %s, a remark of %i characters',
    async (key, remark) => {
      const name = `signer-${key}-${remark}`;
      expect((await sent(chain(name, key, remark))).location).toBe('/office/issuer-keys');
      await academy.restart();
      const { paper } = await academy.app.get(IssuerKeys).ready();
      const subjects = [paper.signerPem, ...paper.chainPem].map((pem) =>
        new X509Certificate(pem).subject.replace(/^.*CN=/s, ''),
      );
      expect([paper.keyType, subjects, paper.rootPem]).toEqual([
        key,
        [name, `${name}-middle`, `${name}-root`],
        paper.chainPem.at(-1),
      ]);

      const { row } = await one('王芳', 'Wang Fang', null);
      const { pdf } = await documentsOf(academy, row);
      writeFileSync(join(folder, 'paper.pdf'), pdf);
      const said = execFileSync('pdfsig', ['-nocert', 'paper.pdf'], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const line of [
        'Signature is Valid',
        'Total document signed',
        'ETSI.CAdES.detached',
        `Signer Certificate Common Name: ${name}`,
      ])
        expect(said).toContain(line);

      const { message, signed } = signatureIn(pdf);
      writeFileSync(join(folder, 'cms'), message);
      writeFileSync(join(folder, 'signed'), signed);
      const check = (root: string): string =>
        openssl(
          'cms',
          '-verify',
          '-cades',
          '-binary',
          '-inform',
          'DER',
          '-in',
          'cms',
          '-content',
          'signed',
          '-CAfile',
          root,
          '-purpose',
          'any',
          '-attime',
          String(Math.floor(academy.clock.now() / 1000)),
          '-out',
          '/dev/null',
        );
      expect(() => check(`${name}-root.crt`)).not.toThrow();
      certificate('another-root', { authority: true });
      expect(() => check('another-root.crt')).toThrow(/certificate verify error/);
      expect(openssl('pkcs7', '-inform', 'DER', '-in', 'cms', '-print_certs', '-noout')).toMatch(
        new RegExp(`subject=.*CN = ${name}-middle\\n`),
      );

      const verified = await academy.app.get(VerifyCertificate).byFile(pdf);
      expect([verified.verdict, verified.checks.filter(({ outcome }) => outcome !== 'ok')]).toEqual(['valid', []]);
    },
    60_000,
  );

  test('is taken from a file as older programs write it', async () => {
    certificate('older', {});
    expect((await sent(pkcs12('older', '-legacy'))).location).toBe('/office/issuer-keys');
  });

  test('is taken with as many iterations as careful programs write, and nothing waits for it', async () => {
    certificate('careful', {});
    const bytes = pkcs12('careful', '-iter', '600000');
    const { result, longestBlockMs } = await measureEventLoop(() => sent(bytes));
    expect(result.location).toBe('/office/issuer-keys');
    expect(longestBlockMs).toBeLessThan(500);
  });

  test.each([
    ['of its key, its certificates and its sum', []],
    ['of its key and certificates alone', ['-nomaciter']],
    ['as older programs write it', ['-legacy', '-nomaciter']],
    ['of its key alone', ['-nomaciter', '-certpbe', 'NONE']],
  ])(
    'is refused before it is opened where its file asks for more iterations than it may: %s',
    async (_, words) => {
      certificate('costly', {});
      const bytes = pkcs12('costly', '-iter', '1000001', ...words);
      const { status, text } = await sent(bytes);
      expect([status, /id="field-file-error"/.test(text)]).toEqual([422, true]);
      expect(wordsOf(text)).toContain('密码派生要迭代 1,000,001 次，最多 1,000,000 次');
    },
    60_000,
  );

  test('is refused in words, and the one before it goes on signing', async () => {
    const before = (await academy.app.get(IssuerKeys).ready()).paper.signerPem;
    certificate('plain', {});
    certificate('short', { days: 2 });
    certificate('authority', { authority: true });
    const refused = async (bytes: Buffer, password = PASSWORD): Promise<string> => {
      const { status, text } = await sent(bytes, password);
      expect(status).toBe(422);
      return wordsOf(text);
    };
    expect(await refused(pkcs12('plain'), 'spring 27')).toContain('密码不对');
    expect(await refused(pkcs12('plain', '-nokeys'))).toContain('文件里没有私钥');
    expect(await refused(pkcs12('authority'))).toContain('CA 证书');
    academy.clock.moveTo(Date.now() + 3 * 24 * AN_HOUR);
    expect(await refused(pkcs12('short'))).toMatch(/有效期为 .* 至 .*，现在不能用于签名/);
    expect((await academy.app.get(IssuerKeys).ready()).paper.signerPem).toBe(before);
  });
});
