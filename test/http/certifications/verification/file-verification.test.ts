import { gunzipSync } from 'node:zlib';
import { RegisterBinding } from '../../../../src/certifications/binding/actions/register-binding.js';
import { IssuerKeys } from '../../../../src/certifications/issuer/actions/issuer-keys.js';
import { withProof } from '../../../../src/certifications/documents/credential/data-integrity.js';
import { CertificateHiding } from '../../../../src/certifications/register/data/certificate-hiding.entity.js';
import { entriesOf } from '../../../../src/certifications/log/data/log-reads.js';
import { VerifyCertificate } from '../../../../src/certifications/index.js';
import { newId, ReadDatabase } from '../../../../src/platform/index.js';
import { aCredential, anIssuer } from '../../../builders/issuers.js';
import { aPicture, bakedChunk } from '../../../builders/pictures.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';
import { type Documents, documentsOf } from '../sealed.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

const A_DAY = 24 * 3600_000;
const REFERENCE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const FILES = [
  ['a.json', 'json'],
  ['a.jwt', 'jwt'],
  ['a.png', 'png'],
  ['a.pdf', 'pdf'],
] as const;

describe('a certificate’s file uploaded by a visitor', () => {
  let academy: TestAcademy;
  let row: Row;
  let files: Documents;
  const { one, revoke } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ row } = await one('王芳', 'Wang Fang'));
    files = await documentsOf(academy, row);
  });
  /**
   * How often one address may ask is a story of its own:
   * each of these begins a quarter of an hour after the one before.
   */
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterAll(() => academy.close());

  const check = async (bytes: Buffer | string, language = 'zh-CN', name = 'a.bin'): Promise<Answer> => {
    const client = academy.client(language);
    await client.get('/verify');
    return client.upload(
      '/verify/file',
      {},
      { field: 'file', name, type: 'application/octet-stream', bytes: Buffer.from(bytes) },
    );
  };
  const said = async (bytes: Buffer | string, language = 'zh-CN'): Promise<string> =>
    wordsOf((await check(bytes, language)).text);

  it.each(FILES)('says of the issued %s that it is unaltered, and shows every fact', async (name, form) => {
    for (const [language, words] of [
      ['zh-CN', ['这份证书有效', '与颁发时完全一致', '数字签名与内容相符', '已记入公开日志']],
      [
        'en',
        ['This certificate is valid', 'Unaltered: it matches what was issued', 'The signature matches the content'],
      ],
    ] as const) {
      const answer = await check(files[form], language, name);
      expect([answer.status, answer.headers['cache-control'], answer.headers['x-robots-tag']]).toEqual([
        200,
        'private, no-cache',
        'noindex',
      ]);
      for (const word of [...words, row.number, '王芳', 'Wang Fang']) expect(wordsOf(answer.text)).toContain(word);
    }
  });

  it('takes JSON that was written anew, for it says the same', async () => {
    const words = await said(JSON.stringify(JSON.parse(files.json.toString()), null, 2));
    expect(words).toContain('这份证书有效');
    expect(words).toContain('内容相同');
  });

  it.each<[string, () => Buffer]>([
    ['JSON with another name', () => Buffer.from(files.json.toString().replace('王芳', '王方'))],
    ['PDF with bytes behind its end', () => Buffer.concat([files.pdf, Buffer.from('\n1 0 obj << >> endobj')])],
    [
      'PDF with a changed byte',
      () => {
        const bytes = Buffer.from(files.pdf);
        const at = bytes.indexOf('/MediaBox');
        bytes[at + 11] = 0x38;
        return bytes;
      },
    ],
    ['picture that was drawn anew around the genuine credential', () => aPicture(bakedChunk(files.json.toString()))],
    ['picture baked twice', () => aPicture(bakedChunk(files.json.toString()), bakedChunk(files.json.toString()))],
    [
      'token with another payload',
      () => {
        const [head, , end] = files.jwt.toString().split('.');
        return Buffer.from(
          [head, Buffer.from('{"type":["VerifiableCredential"],"issuer":"x"}').toString('base64url'), end].join('.'),
        );
      },
    ],
  ])('finds out a %s, and shows nothing of it', async (_, altered) => {
    const words = await said(altered());
    expect(words).toContain('这份文件不可信');
    for (const secret of ['王芳', '王方', 'Wang Fang', row.number]) expect(words).not.toContain(secret);
  });

  it('finds out the genuine credential inside a PDF that somebody else signed', async () => {
    const other = await anIssuer('other.example');
    const words = await said(await other.pdf(files.json.toString()));
    expect(words).toContain('这份文件不可信');
    expect(words).not.toContain('王芳');
  });

  it('says what became of it since: expired, revoked with the reason', async () => {
    const { row: short } = await one('周云', null, 1);
    const shortFiles = await documentsOf(academy, short);
    academy.clock.moveTo(academy.clock.now() + 32 * A_DAY);
    expect(await said(shortFiles.json)).toContain('这份证书已过期');
    const { row: wrong } = await one('尤勇', null);
    const wrongFiles = await documentsOf(academy, wrong);
    await revoke(wrong, '考核成绩经复核无效');
    for (const form of ['json', 'jwt', 'png', 'pdf'] as const) {
      const words = await said(wrongFiles[form]);
      expect(words).toContain('这份证书已被吊销');
      expect(words).toContain('考核成绩经复核无效');
    }
  });

  it('says of a credential that the academy’s key signed, but the register does not know, that it was not found', async () => {
    const ring = await academy.app.get(IssuerKeys).ready();
    const stray = await withProof(
      aCredential(ring.did, { id: 'urn:uuid:0b1a3a52-1111-4e5b-8f43-0d8f4f9d0001' }),
      ring.assertion,
      TEST_START,
    );
    const words = await said(JSON.stringify(stray));
    expect(words).toContain('学院的登记中没有这份证书');
    expect(words).toContain('签名是本学院的');
    expect(words).not.toContain('王芳');
  });

  it('says the same as the list, the page, the answer to a program and the log, once it was revoked', async () => {
    const { row: wrong } = await one('钱伟', null);
    const wrongFiles = await documentsOf(academy, wrong);
    const { credentialStatus } = JSON.parse(wrongFiles.json.toString()) as {
      credentialStatus: { statusListCredential: string; statusListIndex: string };
    };
    const bit = async (): Promise<number> => {
      const list = JSON.parse(
        (await academy.client().get(new URL(credentialStatus.statusListCredential).pathname)).text,
      ) as { credentialSubject: { encodedList: string } };
      const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
      const index = Number(credentialStatus.statusListIndex);
      return (bits[Math.floor(index / 8)]! >> (7 - (index % 8))) & 1;
    };
    const answers = async (): Promise<unknown[]> => [
      await bit(),
      wordsOf((await academy.client().get(`/c/${wrong.token}`)).text).includes('已被吊销'),
      (await said(wrongFiles.pdf)).includes('已被吊销'),
      (await academy.app.get(VerifyCertificate).byToken(wrong.token)).verdict,
      (await entriesOf((query) => academy.app.get(ReadDatabase).query(query), [wrong.id])).map(({ kind }) => kind),
    ];
    expect(await answers()).toEqual([0, false, false, 'valid', ['issue']]);
    await revoke(wrong);
    expect(await answers()).toEqual([1, true, true, 'revoked', ['issue', 'revoke']]);
  });

  it('is still verified while its holder hides the certificate; the receipt shows no facts', async () => {
    const { row: shy } = await one('卫兰', null);
    const shyFiles = await documentsOf(academy, shy);
    await academy.write(async (tx) => {
      const binding = academy.app.get(RegisterBinding);
      const judged = (await binding.inOrder(tx, [shy.id])).get(shy.id)!;
      const hiding = { id: newId(), hiddenAt: tx.now, shownAt: null };
      await tx.of(CertificateHiding).insert({ ...hiding, certificateId: shy.id });
      await binding.again(tx, [{ judged, written: { hiding } }]);
      await tx.audit('story.told', { type: 'story', id: shy.id, label: 'hidden' });
    });
    const words = await said(shyFiles.json);
    expect(words).toContain('卫兰');
    const receipt = wordsOf((await academy.client().get(`/verify/receipts/${REFERENCE.exec(words)![0]}`)).text);
    expect(receipt).toContain('持证人目前没有公开这份证书');
    expect(receipt).not.toContain('卫兰');
    const verify = academy.app.get(VerifyCertificate);
    expect(await verify.byToken(shy.token)).toMatchObject({ verdict: 'couldNotCheck', certificate: null });
    expect(await verify.byNumber({ number: shy.number, name: '卫兰' })).toMatchObject({
      verdict: 'notFound',
      certificate: null,
    });
  });

  it('is refused without the page’s token, and from another site', async () => {
    const client = academy.client();
    await client.get('/verify');
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(files.json)]), 'a.json');
    const encoded = new Response(form);
    const payload = Buffer.from(await encoded.arrayBuffer());
    const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
    expect((await client.request({ method: 'POST', path: '/verify/file', headers, payload })).status).toBe(403);
    expect(
      (
        await client.request({
          method: 'POST',
          path: '/verify/file',
          headers: { ...headers, 'sec-fetch-site': 'cross-site' },
          payload,
        })
      ).status,
    ).toBe(403);
  });

  it('leaves a receipt without the file, that anybody with its reference can look up', async () => {
    const answer = await check(files.pdf);
    const reference = REFERENCE.exec(wordsOf(answer.text))![0];
    const receipt = wordsOf((await academy.client().get(`/verify/receipts/${reference.toLowerCase()}`)).text);
    for (const part of [reference, row.number, '王芳', '有效', '与颁发时完全一致']) expect(receipt).toContain(part);
    const misread = reference.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u');
    expect(wordsOf((await academy.client().get(`/verify/receipts/${misread}`)).text)).toContain(reference);
    expect((await academy.client().get('/verify/receipts/0000-0000-0000-0000')).status).toBe(404);
  });

  it('gives a receipt of the certificate’s page as well', async () => {
    const client = academy.client();
    const answer = await client.submit(
      '/verify/receipts',
      { token: row.token },
      `/verify/receipts/new?token=${row.token}`,
    );
    expect(wordsOf(answer.text)).toContain(row.number);
    expect((await client.post('/verify/receipts', { token: 'nosuchtokennosuchtoken12345' })).status).toBe(404);
  });

  it('gives a receipt that calls no certificate valid which was revoked since', async () => {
    const { row: later } = await one('程远', null);
    const client = academy.client();
    const receipt = await client.submit(
      '/verify/receipts',
      { token: later.token },
      `/verify/receipts/new?token=${later.token}`,
    );
    expect(wordsOf(receipt.text)).toContain('这份证书有效');
    await revoke(later);
    const { text } = await client.get(receipt.path);
    expect(wordsOf(text)).toContain('这份证书已被吊销');
    expect(wordsOf(text)).not.toContain('这份证书有效');
    expect(wordsOf(text)).toContain('核验时的结果：有效');
  });
});
