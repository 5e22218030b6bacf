import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { IssuerKeys, VerifyCertificate } from '../../../../src/certifications/index.js';
import { Jobs, ReadDatabase, readTable, SYSTEM, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

const REFERENCE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const IS_SIGNED = { zh: '本学院对一份核验名单的签名答复', en: 'signed answer to a verification list' };

describe('the signed answer to a list, uploaded to be checked', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let browser: WebClient;
  let answer: string;
  let answeredAt: string;
  const { one } = certificateSteps(() => academy);

  const open = async (): Promise<void> => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    browser = await signedIn(academy, employer.contact);
    const { row } = await one('王芳', 'Wang Fang');
    const rows = [
      [row.number, '王芳'],
      [row.number, '赵六'],
    ];
    const path = await startedList(browser, await xlsxOf(['证书编号', '姓名'], rows));
    await academy.app.get(Jobs).finish();
    answer = (await browser.get(`${path}/answer.jws`)).text;
    ({ answeredAt } = JSON.parse(partOf(answer, 1)) as { answeredAt: string });
  };
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));

  const partOf = (token: string, part: number): string => Buffer.from(token.split('.')[part]!, 'base64url').toString();
  const encoded = (text: string): string => Buffer.from(text).toString('base64url');
  const changed = (): string => {
    const [head, , signature] = answer.split('.');
    return [head, encoded(partOf(answer, 1).replace('"verdict":"notFound"', '"verdict":"valid"')), signature].join('.');
  };
  const unsigned = (iss: string): string => {
    const claims = { type: 'CertificateVerificationAnswer', iss, rows: [] };
    return `${encoded('{"alg":"none"}')}.${encoded(JSON.stringify(claims))}.${'A'.repeat(86)}`;
  };
  const hand = async (file: string, client: WebClient = browser): Promise<Answer> => {
    await client.get('/verify');
    const type = 'application/octet-stream';
    return client.upload('/verify/file', {}, { field: 'file', name: 'answer.jws', type, bytes: Buffer.from(file) });
  };
  /** The page and the receipt, in a language. */
  const saidOf = async (file: string, language: 'zh' | 'en'): Promise<Answer[]> => {
    const client = academy.client(language === 'zh' ? 'zh-CN' : 'en');
    const page = await hand(file, client);
    const reference = REFERENCE.exec(wordsOf(page.text))![0];
    return [page, await client.get(`/verify/receipts/${reference}`)];
  };

  describe('while its key is trusted', () => {
    beforeAll(open);
    afterAll(() => academy.close());

    it.each([
      ['zh', ['不是证书', IS_SIGNED.zh, '签名正确', '2026', '共 2 行', '它证明答复当时的情况', '请重新核验']],
      [
        'en',
        [
          'Not a certificate',
          IS_SIGNED.en,
          'its signature is correct',
          '2026',
          'has 2 rows',
          'proves what was true',
          'again',
        ],
      ],
    ] as const)('is called the academy’s with its day, its rows and what it proves (%s)', async (language, parts) => {
      for (const { text } of await saidOf(answer, language)) {
        expect(text).toContain('callout-info');
        for (const part of parts) expect(wordsOf(text)).toContain(part);
      }
      const { checks } = await academy.app.get(VerifyCertificate).byFile(Buffer.from(answer));
      expect(checks[0]?.answer).toEqual({ answeredAt: Date.parse(answeredAt), rows: 2 });
    });

    it.each<[string, () => string]>([
      ['whose rows were changed', changed],
      ['with a made-up signature', () => `${answer.slice(0, answer.lastIndexOf('.'))}.${'A'.repeat(86)}`],
      [
        'whose header says that nobody signed it',
        () => unsigned((JSON.parse(partOf(answer, 1)) as { iss: string }).iss),
      ],
    ])('is invalid in the academy’s name: one %s', async (_, file) => {
      for (const [language, said] of [
        ['zh', '这份文件不可信'],
        ['en', 'This file cannot be trusted'],
      ] as const)
        for (const { text } of await saidOf(file(), language)) {
          expect(text).toContain('callout-bad');
          expect(wordsOf(text)).toContain(said);
          expect(wordsOf(text)).not.toContain(IS_SIGNED[language]);
        }
    });

    it.each<[string, () => string]>([
      ['of another issuer', () => unsigned('did:web:other.example')],
      ['of nobody', () => JSON.stringify({ type: 'CertificateVerificationAnswer' })],
      ['saved without its signature', () => partOf(answer, 1)],
    ])('is said to be no certificate, and not checked: one %s', async (_, file) => {
      for (const [language, parts] of [
        ['zh', ['这份文件不是证书', '文件自称是', '没有核对签名']],
        ['en', ['This file is not a certificate', 'says that it is', 'No signature was checked']],
      ] as const)
        for (const { text } of await saidOf(file(), language)) {
          expect(text).toContain('callout-info');
          for (const part of parts) expect(wordsOf(text)).toContain(part);
          expect(wordsOf(text)).not.toContain(IS_SIGNED[language]);
        }
    });

    it('is not from this academy where it gives another address of the academy’s as issuer', async () => {
      for (const { text } of await saidOf(unsigned('http://academy.example/'), 'en')) {
        expect(text).toContain('callout-bad');
        expect(wordsOf(text)).toContain('this academy did not sign it');
      }
    });

    it('is told from a forged one in the history, its files and the API', async () => {
      for (const file of [JSON.stringify({ type: 'CertificateVerificationAnswer' }), changed(), answer])
        await hand(file);
      const history = wordsOf((await browser.get('/employer/history')).text);
      const csv = (await browser.get('/employer/history.csv')).text;
      const bytes = Buffer.from((await browser.get('/employer/history.xlsx')).bytes);
      for (const told of [history, csv, JSON.stringify(await readTable(bytes, 1_000))])
        for (const part of [`这是${IS_SIGNED.zh}，签名正确`, '文件自称是一份核验名单的答复', '不真实'])
          expect(told).toContain(part);
      const headers = { accept: 'application/json', authorization: `Bearer ${employer.key}` };
      const { items } = JSON.parse(
        (await academy.client(null).request({ method: 'GET', path: '/api/v1/verifications', headers })).text,
      ) as { items: object[] };
      expect(items.slice(0, 3)).toMatchObject([
        { verdict: 'nothingToCheck', reason: 'ownSignedAnswer' },
        { verdict: 'invalid', reason: null },
        { verdict: 'nothingToCheck', reason: 'signedAnswer' },
      ]);
    });
  });

  describe('once its key was declared compromised', () => {
    beforeAll(open);
    afterAll(() => academy.close());

    it('could not be checked', async () => {
      const seenName = academy.app.get(IssuerKeys).nameOfNewRoot();
      const keys = await allIssuerKeys((query) => academy.app.get(ReadDatabase).query(query));
      const { id } = keys.find(({ kind, state }) => kind === 'jwt' && state === 'active')!;
      await academy.app.get(DeclareKeyCompromised).execute(SYSTEM, { id, note: '不再可信', seenName });
      for (const { text } of await saidOf(answer, 'zh')) {
        expect(text).toContain('callout-warning');
        for (const part of ['这份文件未能核验', '学院已声明这把密钥泄露', '这份答复什么也不能证明'])
          expect(wordsOf(text)).toContain(part);
        expect(wordsOf(text)).not.toContain(IS_SIGNED.zh);
      }
      expect(wordsOf((await saidOf(changed(), 'zh'))[0]!.text)).toContain('这份文件不可信');
    });
  });
});
