import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQRModule from 'jsqr';
import sql from 'sql-template-tag';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import {
  IssuerKeys,
  BeginIssuance,
  FinishIssuance,
  IssueCertificates,
  SignCertificates,
} from '../../../../src/certifications/index.js';
import { Jobs, ReadDatabase } from '../../../../src/platform/index.js';
import { done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { graduates } from '../graduates.js';
import { signatureIn } from '../signature-in.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

const jsQR = jsQRModule as unknown as typeof jsQRModule.default;
const run = (command: string, ...options: string[]): string =>
  execFileSync(command, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('a sealed certificate', () => {
  let academy: TestAcademy;
  let row: Row;
  const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  const { certificatesOf, issue } = certificateSteps(() => academy);
  const get = (path: string, accept?: string) => academy.client().get(path, accept === undefined ? {} : { accept });

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const scenario = await graduates(academy, { names: [{ name: '王芳', latinName: 'Wang Fang' }] });
    await issue(scenario);
    row = (await certificatesOf(scenario))[0]!;
    writeFileSync(join(folder, 'paper.pdf'), (await get(`/c/${row.token}.pdf`)).bytes);
  }, 120_000);
  afterAll(() => academy.close());

  it('has a paper whose signature poppler and OpenSSL accept, over the whole of it', async () => {
    const file = join(folder, 'paper.pdf');
    const said = run('pdfsig', '-nocert', file);
    for (const line of ['Signature is Valid', 'Total document signed', 'ETSI.CAdES.detached'])
      expect(said).toContain(line);
    const { message, signed } = signatureIn(readFileSync(file));
    writeFileSync(join(folder, 'signed'), signed);
    writeFileSync(join(folder, 'cms'), message);
    writeFileSync(join(folder, 'root.pem'), (await academy.app.get(IssuerKeys).ready()).paper.rootPem);
    run(
      'openssl',
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-in',
      join(folder, 'cms'),
      '-content',
      join(folder, 'signed'),
      '-CAfile',
      join(folder, 'root.pem'),
      '-purpose',
      'any',
      '-attime',
      String(Math.floor(academy.clock.now() / 1000)),
      '-out',
      '/dev/null',
    );
  });

  it('carries its credential in the paper and in the picture, the same bytes as its own file', async () => {
    run('pdfdetach', '-save', '1', '-o', join(folder, 'credential.json'), join(folder, 'paper.pdf'));
    const json = (await get(`/c/${row.token}.json`)).bytes;
    expect(readFileSync(join(folder, 'credential.json')).equals(json)).toBe(true);
    expect((await get(`/c/${row.token}.png`)).bytes.includes(json)).toBe(true);
  });

  it('says the same in every form', async () => {
    const facts = JSON.parse(row.facts) as { issuedOn: string; expiresOn: string };
    const jwt = JSON.parse(
      Buffer.from((await get(`/c/${row.token}.jwt`)).text.split('.')[1]!, 'base64url').toString(),
    ) as object;
    const forms = [
      (await get(`/c/${row.token}.json`)).text,
      JSON.stringify(jwt),
      wordsOf((await get(`/c/${row.token}`)).text),
      run('pdftotext', '-layout', join(folder, 'paper.pdf'), '-'),
    ];
    for (const text of forms)
      for (const said of ['王芳', 'Wang Fang', row.number, '云计算管理员', 'Cloud Administrator', '济南信息技术学院'])
        expect(text).toContain(said);
    for (const text of forms.slice(0, 2))
      for (const day of [facts.issuedOn, facts.expiresOn]) expect(text).toContain(day);
  });

  it('has a code that opens its page, read from the rendered paper', async () => {
    run('pdftoppm', '-r', '150', '-png', '-singlefile', join(folder, 'paper.pdf'), join(folder, 'paper'));
    const image = await loadImage(join(folder, 'paper.png'));
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const corner = context.getImageData(
      Math.round(image.width * 0.08),
      Math.round(image.height * 0.67),
      Math.round(image.width * 0.14),
      Math.round(image.height * 0.18),
    );
    expect(jsQR(corner.data, corner.width, corner.height)?.data).toBe(`http://academy.example/c/${row.token}`);
  });

  it('is answered in the form that is asked for, byte for byte as it was stored', async () => {
    for (const [accept, form] of [
      ['application/json', 'json'],
      ['application/ld+json', 'json'],
      ['application/vc+ld+json', 'json'],
      ['application/vc+jwt', 'jwt'],
      ['image/png', 'png'],
      ['application/pdf', 'pdf'],
    ] as const) {
      const answer = await get(`/c/${row.token}`, accept);
      const kept = await academy.app
        .get(ReadDatabase)
        .first<{ sha256: string }>(
          sql`SELECT sha256 AS "sha256" FROM certificate_form WHERE certificate_id = ${row.id} AND form = ${form}`,
        );
      expect([form, createHash('sha256').update(answer.bytes).digest('hex')]).toEqual([form, kept?.sha256]);
    }
    expect((await get(`/c/${row.token}`, 'text/html,application/json')).headers['content-type']).toContain('text/html');
  });

  it('keeps its documents: the database refuses to change or delete them', async () => {
    for (const statement of [
      "UPDATE certificate_form SET sha256 = 'x'",
      'DELETE FROM certificate_form',
      'DELETE FROM certificate_seal',
    ]) {
      await expect(
        academy.write((tx) => tx.query({ sql: statement, text: statement, values: [] } as never)),
      ).rejects.toThrow('never changes');
    }
  });

  it('is made good for those issued before there were documents', async () => {
    const scenario = await graduates(academy, { names: [{ name: '李雷' }] });
    done(
      await academy.app
        .get(IssueCertificates)
        .execute(await person(academy, 'coordinator'), scenario.cohort.code, 'later'),
    );
    const [old] = await certificatesOf(scenario);
    expect((await get(`/c/${old!.token}.json`)).status).toBe(404);
    await Promise.all([academy.app.get(SignCertificates).execute(), academy.app.get(SignCertificates).execute()]);
    expect((await get(`/c/${old!.token}.json`)).status).toBe(200);
  }, 120_000);

  it('is issued once however often an issue is interrupted, stopped and resumed; a void number has its reason', async () => {
    const scenario = await graduates(academy, { names: [{ name: '赵一' }, { name: '钱二' }, { name: '孙三' }] });
    const coordinator = await person(academy, 'coordinator');
    const begun = done(await academy.app.get(BeginIssuance).execute(coordinator, scenario.cohort.code)) as {
      issuanceId: string;
    };
    const office = await signedIn(academy, 'coordinator');
    const path = `/office/issuances/${begun.issuanceId}`;
    await academy.write(async (tx) => {
      await tx.query(
        sql`UPDATE enrolment SET state = 'notCompleted' WHERE trainee_id = ${scenario.trainees[1]!.traineeId}`,
      );
      await tx.audit('story.told', { type: 'story', id: row.id, label: 'a result is taken back' });
    });
    expect(wordsOf((await office.submit(`${path}/stopping`, {}, path)).text)).toContain('已停止');
    await academy.app.get(Jobs).finish();
    expect(await certificatesOf(scenario)).toHaveLength(0);
    await office.submit(`${path}/resumption`, {}, path);
    await Promise.all([
      academy.app.get(Jobs).finish(),
      academy.app.get(FinishIssuance).execute(coordinator, begun.issuanceId),
    ]);
    expect(await certificatesOf(scenario)).toHaveLength(2);
    expect(wordsOf((await office.get(path)).text)).toContain('结业结果、出勤率或成绩与班次结业时不一致');
    academy.takeErrors();
    const numbers = wordsOf((await office.get('/office/certificates/numbers')).text);
    expect(numbers).toContain('颁发时发现不符合条件');
    expect(numbers).not.toContain('没有任何记录');
  }, 120_000);
});
