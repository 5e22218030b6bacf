import sql from 'sql-template-tag';
import { VerificationReceipt } from '../../../../src/certifications/verification/data/verification-receipt.entity.js';
import { VerificationRecord } from '../../../../src/certifications/verification/data/verification-record.entity.js';
import { newId, ReadDatabase, readTable } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { aPicture, bakedChunk } from '../../../builders/pictures.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { documentsOf } from '../sealed.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

const REFERENCE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const NOT_OURS = '文件自称由本学院颁发，但没有本学院的签名';

describe('a credential that somebody else signed', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let browser: WebClient;
  let row: Row;
  let copied: Record<string, unknown>;
  let self: Issuer;
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    browser = await signedIn(academy, employer.contact);
    self = await anIssuer(null);
    ({ row } = await one('王芳', 'Wang Fang'));
    const genuine = JSON.parse((await documentsOf(academy, row)).json.toString()) as Record<string, unknown>;
    copied = { ...genuine, issuer: { ...(genuine.issuer as object), id: self.did } };
    for (const left of ['proof', 'credentialStatus', 'credentialSchema']) Reflect.deleteProperty(copied, left);
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterAll(() => academy.close());

  const hand = async (bytes: Buffer | string): Promise<Answer> => {
    await browser.get('/verify');
    return browser.upload(
      '/verify/file',
      {},
      { field: 'file', name: 'f', type: 'application/octet-stream', bytes: Buffer.from(bytes) },
    );
  };
  const receiptOf = async ({ text }: Answer): Promise<Answer> =>
    academy.client().get(`/verify/receipts/${REFERENCE.exec(wordsOf(text))![0]}`);
  const signedCopy = () => self.sign(copied).then((one) => JSON.stringify(one));
  const plain = () => self.sign(aCredential(self.did)).then((one) => JSON.stringify(one));

  it.each<[string, () => Promise<Buffer | string>]>([
    ['JSON', () => signedCopy()],
    ['badge', async () => aPicture(bakedChunk(await signedCopy()))],
  ])(
    'and copies a certificate of the academy’s is called out in red, on the page and on the receipt: %s',
    async (_, file) => {
      const page = await hand(await file());
      const receipt = await receiptOf(page);
      for (const { text } of [page, receipt]) {
        expect(text).toContain('callout-bad');
        expect(text).not.toContain('callout-good');
        for (const part of [NOT_OURS, '非本学院签署', '文件用了本学院的网址或标识', '不能证明', '未写明'])
          expect(wordsOf(text)).toContain(part);
        for (const shown of ['王芳', 'Wang Fang', row.number, '这份证书有效'])
          expect(wordsOf(text)).not.toContain(shown);
      }
    },
  );

  it.each<[string, Record<string, unknown>, string]>([
    ['last day', { validUntil: '2025-06-01T00:00:00Z', validFrom: '2025-01-01T00:00:00Z' }, 'validUntil'],
    ['first day', { validFrom: '2030-01-01T00:00:00Z' }, 'validFrom'],
    [
      'status',
      { credentialStatus: { id: 'https://x.example/s#5', type: 'BitstringStatusListEntry' } },
      'credentialStatus',
    ],
  ])('has the same verdict if its %s is written under its full address', async (_, changes, term) => {
    const { [term]: value, ...others } = await self.sign(aCredential(self.did, changes));
    const typed =
      typeof value === 'string' ? { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': value } : value;
    const rewritten = { ...others, [`https://www.w3.org/2018/credentials#${term}`]: typed };
    const [first, second] = await Promise.all([
      hand(JSON.stringify({ ...others, [term]: value })),
      hand(JSON.stringify(rewritten)),
    ]);
    const shown = ({ text }: Answer): string =>
      wordsOf(text)
        .replace(REFERENCE, '')
        .replace(/[0-9a-f]{64}/g, '');
    expect(shown(second)).toEqual(shown(first));
    expect(first.status).toBe(200);
  });

  it('and claims nothing of the academy’s is another issuer’s, on the page and on the receipt', async () => {
    const page = await hand(await plain());
    const receipt = await receiptOf(page);
    for (const { text } of [page, receipt]) {
      expect(text).toContain('callout-info');
      expect(text).not.toContain('callout-good');
      for (const part of ['签名相符，但不是本学院颁发的', '其他机构', '这份凭证由别的机构颁发', '任何人都能生成一把'])
        expect(wordsOf(text)).toContain(part);
      expect(wordsOf(text)).not.toContain('签名密钥属于文件所写的颁发机构');
    }
    expect(wordsOf(receipt.text)).not.toContain('泉城学院');
  });

  it('and has expired is another issuer’s as well, not an expired certificate', async () => {
    const file = await self.sign(
      aCredential(self.did, { validFrom: '2019-01-01T00:00:00Z', validUntil: '2020-01-01T00:00:00Z' }),
    );
    const words = wordsOf((await receiptOf(await hand(JSON.stringify(file)))).text);
    expect(words).toContain('其他机构');
    expect(words).not.toContain('这份证书已过期');
  });

  it('is shown as foreign in the history, its files, the API response and the office’s view', async () => {
    await hand(await signedCopy());
    await hand(await plain());
    await hand('');
    const stored = await academy.app.get(ReadDatabase).query<{ verdict: string; certificateId: string | null }>(sql`
      SELECT verdict AS "verdict", certificate_id AS "certificateId" FROM verification_record WHERE employer_id = ${employer.id} ORDER BY id DESC`);
    expect(stored.slice(0, 3)).toEqual(
      ['nothingToCheck', 'foreign', 'foreign'].map((verdict) => ({ verdict, certificateId: null })),
    );
    const filtered = wordsOf((await browser.get('/employer/history?verdict=foreign')).text);
    expect(filtered).toContain('其他机构');
    expect(filtered).not.toContain('无可核验 –');
    const csv = (await browser.get('/employer/history.csv')).text;
    const sheet = await readTable(Buffer.from((await browser.get('/employer/history.xlsx')).bytes), 1_000);
    for (const told of [csv, JSON.stringify(sheet)]) {
      for (const word of ['其他机构', '无可核验']) expect(told).toContain(word);
      expect(told).not.toContain('有效');
    }
    const api = await academy.client(null).request({
      method: 'GET',
      path: '/api/v1/verifications',
      headers: { accept: 'application/json', authorization: `Bearer ${employer.key}` },
    });
    const { items } = JSON.parse(api.text) as {
      items: { verdict: string; number: string | null; checks: Record<string, string> }[];
    };
    expect(items.slice(0, 2).map(({ verdict, number }) => [verdict, number])).toEqual([
      ['nothingToCheck', null],
      ['foreign', null],
    ]);
    expect(items[1]?.checks).toEqual({
      number: 'unknown',
      register: 'unknown',
      notRevoked: 'unknown',
      notReplaced: 'unknown',
      notExpired: 'ok',
    });
    const office = wordsOf(
      (await (await signedIn(academy, 'coordinator')).get(`/office/employers/${employer.id}/verifications`)).text,
    );
    for (const word of ['其他机构', '无可核验']) expect(office).toContain(word);
  });

  it('is explained to those who write programs, and is not among the answers about numbers', async () => {
    const description = JSON.parse((await academy.client(null).get('/api/v1/openapi.json')).text) as {
      components: { schemas: Record<string, { enum?: string[] }> };
    };
    const { Verdict, HistoryVerdict } = description.components.schemas;
    expect(Verdict?.enum).toEqual(['valid', 'expired', 'revoked', 'superseded', 'notFound', 'couldNotCheck']);
    expect(HistoryVerdict?.enum).toEqual([...Verdict!.enum!, 'foreign', 'nothingToCheck', 'invalid']);
    for (const language of ['zh-CN', 'en']) {
      const words = wordsOf((await academy.client(language).get('/developers')).text);
      for (const verdict of HistoryVerdict!.enum!) expect(words).toContain(verdict);
    }
  });

  it('cannot be stored as valid, expired or replaced: the database refuses it without a certificate', async () => {
    const at = academy.clock.now();
    for (const verdict of ['valid', 'expired', 'superseded'] as const) {
      const receipt = {
        reference: `TEST-${verdict}`.slice(0, 24),
        at,
        means: 'file',
        verdict,
        checks: [],
        certificateId: null,
        fingerprint: null,
        checkpoint: null,
      } as const;
      const record = {
        id: newId(),
        at,
        kind: 'page',
        certificateId: null,
        employerId: employer.id,
        keyId: null,
        batchId: null,
        line: null,
        askedNumber: null,
        numberKey: null,
        askedName: null,
        verdict,
        checks: null,
        purpose: null,
        askedByName: null,
      } as const;
      await expect(
        academy.write(async (tx) => {
          await tx.of(VerificationReceipt).insert(receipt);
        }),
      ).rejects.toThrow(/ck_verification_receipt_certificate/);
      await expect(
        academy.write(async (tx) => {
          await tx.of(VerificationRecord).insert(record);
        }),
      ).rejects.toThrow(/ck_verification_record_certificate/);
    }
  });

  it.each<[string, () => Promise<Buffer | string>]>([
    ['a badge that a chat program has stripped', () => Promise.resolve(aPicture())],
    ['an empty file', () => Promise.resolve('')],
    ['a list around a credential', async () => `[${await plain()}]`],
    ['an unsigned PDF', () => Promise.resolve('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF')],
  ])('is not what holders are accused of where there is nothing to check: %s', async (_, file) => {
    const page = await hand(await file());
    const receipt = await receiptOf(page);
    for (const { text } of [page, receipt]) {
      expect(text).toContain('callout-info');
      for (const red of ['callout-bad', 'badge-bad', 'check-step-failed']) expect(text).not.toContain(red);
      expect(wordsOf(text)).toContain('文件里没有可以核验的内容');
      expect(wordsOf(text)).not.toMatch(/改动|伪造|不可信/);
    }
    expect(wordsOf(page.text)).toContain('请向持证人索取学院颁发的 PDF 原件，或者证书链接、二维码');
  });
});
