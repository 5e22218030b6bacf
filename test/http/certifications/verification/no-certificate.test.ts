import { AnswerSigner } from '../../../../src/certifications/verification/actions/lists/answer-signer.js';
import { listClaims } from '../../../../src/certifications/verification/domain/list-claims.js';
import { NOTHING_WHYS } from '../../../../src/certifications/core/domain/verification.js';
import { VerifyCertificate } from '../../../../src/certifications/index.js';
import { readTable } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { anIssuer } from '../../../builders/issuers.js';
import { aPicture, bakedChunk } from '../../../builders/pictures.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { type Documents, documentsOf } from '../sealed.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

const REFERENCE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const FORMS = ['pdf', 'png', 'json', 'jwt'] as const;
const ACCUSING = /改动|伪造|不可信|登记中没有|altered|forge|cannot be trusted|no such certificate/i;

describe('a file that is damaged, or no certificate', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let browser: WebClient;
  let row: Row;
  let files: Documents;
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    browser = await signedIn(academy, employer.contact);
    ({ row } = await one('王芳', 'Wang Fang'));
    files = await documentsOf(academy, row);
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterAll(() => academy.close());

  const hand = async (bytes: Buffer | string, client: WebClient = browser): Promise<Answer> => {
    await client.get('/verify');
    return client.upload(
      '/verify/file',
      {},
      { field: 'file', name: 'f', type: 'application/octet-stream', bytes: Buffer.from(bytes) },
    );
  };
  const receiptOf = ({ text }: Answer): Promise<Answer> =>
    academy.client().get(`/verify/receipts/${REFERENCE.exec(wordsOf(text))![0]}`);
  const judged = async (bytes: Buffer): Promise<string> => {
    const { verdict, checks } = await academy.app.get(VerifyCertificate).byFile(bytes);
    return `${verdict} ${checks.map(({ step, why }) => `${step}: ${why}`).join(', ')}`;
  };
  const DAMAGED = 'nothingToCheck format: fileDamaged';

  it.each(FORMS)('is called damaged wherever the download of a %s broke off', async (form) => {
    const bytes = files[form];
    const places = [
      ...Array.from({ length: 20 }, (_, part) => 40 + Math.floor(((bytes.length - 40) * part) / 20)),
      bytes.length - 200,
      bytes.length - 30,
      bytes.length - 8,
    ];
    for (const end of places) expect([end, await judged(bytes.subarray(0, end))]).toEqual([end, DAMAGED]);
  });

  it('is called damaged where a PDF broke off and the room for the rest was set aside', async () => {
    for (const share of [0.2, 0.5, 0.88, 0.95]) {
      const bytes = Buffer.from(files.pdf);
      bytes.fill(0, Math.floor(bytes.length * share));
      expect([share, await judged(bytes)]).toEqual([share, DAMAGED]);
    }
  });

  it.each(['pdf', 'png'] as const)(
    'is called damaged where only zeros and white space came behind a %s, and altered where anything else did',
    async (form) => {
      for (const tail of ['\n', '\r\n', ' ', '\0\0\0\0'])
        expect(await judged(Buffer.concat([files[form], Buffer.from(tail)]))).toBe(DAMAGED);
      for (const tail of ['x', '\n% more', '\n1 0 obj << >> endobj', '\0\0x'])
        expect(await judged(Buffer.concat([files[form], Buffer.from(tail)]))).toMatch(/^invalid /);
    },
  );

  it('is called damaged where a program took a picture for text, or a token’s signature has another length', async () => {
    const asText = Buffer.from(files.png.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    for (const bytes of [asText, Buffer.concat([files.jwt, Buffer.from('x')])])
      expect(await judged(bytes)).toBe(DAMAGED);
  });

  it('is still called altered where its content was changed as well as its end', async () => {
    const page = Buffer.from(files.pdf);
    page[page.indexOf('/MediaBox') + 11] = 0x38;
    const padded = Buffer.concat([page, Buffer.from('\n')]);
    expect(await judged(padded)).toMatch(/^invalid /);
    const [head, , end] = files.jwt.toString().split('.');
    const payload = Buffer.from(
      JSON.stringify({ ...(JSON.parse(files.json.toString()) as object), name: '另一门课' }),
    ).toString('base64url');
    expect(await judged(Buffer.from([head, payload, end].join('.')))).toMatch(/^invalid /);
  });

  it('says on the page and the receipt that half a PDF is damaged, and what to do', async () => {
    const page = await hand(files.pdf.subarray(0, files.pdf.length / 2));
    const receipt = await receiptOf(page);
    for (const { text } of [page, receipt]) {
      expect(text).toContain('callout-info');
      for (const red of ['callout-bad', 'badge-bad', 'check-step-failed']) expect(text).not.toContain(red);
      for (const part of ['文件损坏', '文件已损坏或不完整，无法核验', '这不表示证书有问题'])
        expect(wordsOf(text)).toContain(part);
      expect(wordsOf(text)).not.toMatch(ACCUSING);
    }
    expect(wordsOf(page.text)).toContain('请重新下载后再核验');
    const english = wordsOf((await hand(files.pdf.subarray(0, files.pdf.length / 2), academy.client('en'))).text);
    expect(english).toContain('Download the file again');
    expect(english).not.toMatch(ACCUSING);
  });

  const signedAnswer = (rows = 1): Promise<string> =>
    academy.app.get(AnswerSigner).sign(
      listClaims(
        {
          id: '01a2237e-8cdf-777e-8e55-84f095f24638',
          employerName: '泉城软件',
          filename: 'a.csv',
          sha256: '0'.repeat(64),
          purpose: '录用',
          size: 1,
        },
        { valid: 1 },
        academy.clock.now(),
      ),
      Array.from({ length: rows }, (_, at) => `{"line":${at + 1}}`),
    );
  const ofPath = (path: string) => async (): Promise<string> => (await academy.client().get(path)).text;

  it.each<[string, () => Promise<string | Buffer>, string]>([
    ['the academy’s status list', ofPath('/status/1'), '这是本学院公布的证书状态列表'],
    [
      'the academy’s status list inside a picture',
      async () => aPicture(bakedChunk(await ofPath('/status/1')())),
      '这是本学院公布的证书状态列表',
    ],
    [
      'a status list of the academy’s that somebody has changed',
      async () => (await ofPath('/status/1')()).replace('"revocation"', '"suspension"'),
      '这是一份证书状态列表',
    ],
    [
      'another issuer’s status list',
      async () => {
        const other = await anIssuer(null);
        const list = {
          ...(JSON.parse(await ofPath('/status/1')()) as Record<string, unknown>),
          issuer: other.did,
          id: 'https://other.example/status/1',
        };
        Reflect.deleteProperty(list, 'proof');
        return JSON.stringify(await other.sign(list));
      },
      '这是一份证书状态列表',
    ],
    ['the DID document', ofPath('/.well-known/did.json'), '公布颁发机构公钥的 DID 文档'],
    ['the checkpoint of the log', ofPath('/log/checkpoint'), '这是公开日志的文件'],
    ['a proof out of the log', async () => ofPath(`/c/${row.token}.tlog-proof`)(), '这是公开日志的文件'],
    ['the signed answer to a verification list', () => signedAnswer(), '这是本学院对一份核验名单的签名答复，签名正确'],
    ['the signed answer to a long list', () => signedAnswer(20_000), '共 20,000 行'],
  ])('is said to be what it is, and not missed in the register: %s', async (_, file, said) => {
    const page = await hand(await file());
    const receipt = await receiptOf(page);
    for (const { text } of [page, receipt]) {
      expect(text).toContain('callout-info');
      for (const part of ['不是证书', '这份文件不是证书', said]) expect(wordsOf(text)).toContain(part);
      expect(wordsOf(text)).not.toMatch(ACCUSING);
      expect(wordsOf(text)).not.toContain('这份凭证由别的机构颁发');
    }
  });

  it('does not excuse a forged certificate that calls itself a status list as well', async () => {
    const forged = JSON.parse(files.json.toString()) as { type: string[]; name: string };
    const bytes = Buffer.from(
      JSON.stringify({ ...forged, name: '另一门课', type: [...forged.type, 'BitstringStatusListCredential'] }),
    );
    expect(await judged(bytes)).toMatch(/^invalid /);
  });

  it('is shown with its reason in the history, its files, the API response and the office’s view', async () => {
    await hand(await ofPath('/status/1')());
    await hand(files.pdf.subarray(0, files.pdf.length / 2));
    const reasons = ['文件已损坏，或者不完整', '这是本学院公布的证书状态列表'];
    const history = wordsOf((await browser.get('/employer/history')).text);
    const csv = (await browser.get('/employer/history.csv')).text;
    const sheet = JSON.stringify(
      await readTable(Buffer.from((await browser.get('/employer/history.xlsx')).bytes), 1_000),
    );
    const office = wordsOf(
      (await (await signedIn(academy, 'coordinator')).get(`/office/employers/${employer.id}/verifications`)).text,
    );
    for (const told of [history, csv, sheet, office])
      for (const part of ['无可核验', ...reasons]) expect(told).toContain(part);
    const headers = { accept: 'application/json', authorization: `Bearer ${employer.key}` };
    const { items } = JSON.parse(
      (await academy.client(null).request({ method: 'GET', path: '/api/v1/verifications', headers })).text,
    ) as { items: { verdict: string; reason: string | null }[] };
    expect(items.slice(0, 2)).toMatchObject([
      { verdict: 'nothingToCheck', reason: 'fileDamaged' },
      { verdict: 'nothingToCheck', reason: 'ownStatusList' },
    ]);
    const description = JSON.parse((await academy.client(null).get('/api/v1/openapi.json')).text) as {
      components: { schemas: { Reason: { enum: unknown[] } } };
    };
    expect(description.components.schemas.Reason.enum).toEqual([...NOTHING_WHYS, null]);
  });
});
