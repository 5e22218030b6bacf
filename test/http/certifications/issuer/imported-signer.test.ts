import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { IssuerKeys, VerifyCertificate } from '../../../../src/certifications/index.js';
import { TestAcademy } from '../../../support/app.js';
import { measureEventLoop } from '../../../support/event-loop.js';
import { signedIn } from '../../../support/people.js';
import { SignerFiles } from '../../../support/signer-files.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';
import { documentsOf } from '../sealed.js';
import { signatureIn } from '../signature-in.js';
import { certificateSteps } from '../certificate-steps.js';

const PASSWORD = 'spring 72';
const AN_HOUR = 3_600_000;

let academy: TestAcademy;
let files: SignerFiles;
const { one } = certificateSteps(() => academy);

// OpenSSL makes certificates that hold from the machine’s time on.
beforeAll(async () => {
  files = new SignerFiles(PASSWORD);
  academy = await TestAcademy.open({ at: Date.now() + AN_HOUR });
});
beforeEach(() => academy.clock.moveTo(Date.now() + AN_HOUR));
afterAll(async () => {
  await academy.close();
  files.remove();
});

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
      expect((await sent(files.chain(name, key, remark))).location).toBe('/office/issuer-keys');
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
      files.write('paper.pdf', pdf);
      const said = execFileSync('pdfsig', ['-nocert', 'paper.pdf'], {
        cwd: files.folder,
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
      files.write('cms', message);
      files.write('signed', signed);
      const check = (root: string): string =>
        files.openssl(
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
      files.certificate('another-root', { authority: true });
      expect(() => check('another-root.crt')).toThrow(/certificate verify error/);
      expect(files.openssl('pkcs7', '-inform', 'DER', '-in', 'cms', '-print_certs', '-noout')).toMatch(
        new RegExp(`subject=.*CN = ${name}-middle\\n`),
      );

      const verified = await academy.app.get(VerifyCertificate).byFile(pdf);
      expect([verified.verdict, verified.checks.filter(({ outcome }) => outcome !== 'ok')]).toEqual(['valid', []]);
    },
    60_000,
  );

  test('is taken from a file as older programs write it', async () => {
    files.certificate('older', {});
    expect((await sent(files.pkcs12('older', ['-legacy']))).location).toBe('/office/issuer-keys');
  });

  test('is taken with as many iterations as careful programs write, and nothing waits for it', async () => {
    files.certificate('careful', {});
    const bytes = files.pkcs12('careful', ['-iter', '600000']);
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
      files.certificate('costly', {});
      const bytes = files.pkcs12('costly', ['-iter', '1000001', ...words]);
      const { status, text } = await sent(bytes);
      expect([status, /id="field-file-error"/.test(text)]).toEqual([422, true]);
      expect(wordsOf(text)).toContain('密码派生要迭代 1,000,001 次，最多 1,000,000 次');
    },
    60_000,
  );

  test('is refused in words, and the one before it goes on signing', async () => {
    const before = (await academy.app.get(IssuerKeys).ready()).paper.signerPem;
    files.certificate('plain', {});
    files.certificate('short', { days: 2 });
    files.certificate('authority', { authority: true });
    const refused = async (bytes: Buffer, password = PASSWORD): Promise<string> => {
      const { status, text } = await sent(bytes, password);
      expect(status).toBe(422);
      return wordsOf(text);
    };
    expect(await refused(files.pkcs12('plain'), 'spring 27')).toContain('密码不对');
    expect(await refused(files.pkcs12('plain', ['-nokeys']))).toContain('文件里没有私钥');
    expect(await refused(files.pkcs12('authority'))).toContain('CA 证书');
    academy.clock.moveTo(Date.now() + 3 * 24 * AN_HOUR);
    expect(await refused(files.pkcs12('short'))).toMatch(/有效期为 .* 至 .*，现在不能用于签名/);
    expect((await academy.app.get(IssuerKeys).ready()).paper.signerPem).toBe(before);
  });
});
