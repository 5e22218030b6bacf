import sql, { type Sql } from 'sql-template-tag';
import { BeginIssuance, SignCertificates, VerifyCertificate } from '../../../../src/certifications/index.js';
import { Jobs, ReadDatabase } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { graduates } from '../graduates.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

const GUARDED = [
  'certificate',
  'certificate_event',
  'certificate_seal',
  'certificate_form',
  'certificate_binding',
  'log_entry',
  'status_list',
  'issuer_key',
];
const FORMS = ['json', 'jwt', 'png', 'pdf', 'svg'];

describe('a record that somebody wrote into the database', () => {
  let academy: TestAcademy;
  const { one, certificatesOf } = certificateSteps(() => academy);
  const rows = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };
  const page = async (token: string, language = 'zh-CN'): Promise<string> =>
    wordsOf((await academy.client(language).get(`/c/${token}`)).text);
  const seals = async (id: string): Promise<number> =>
    (await rows(sql`SELECT 1 AS "one" FROM certificate_seal WHERE certificate_id = ${id}`)).length;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    await one('甲', null);
    await disableTriggers(academy, GUARDED);
  }, 60_000);
  afterEach(() => academy.takeErrors());
  afterAll(() => academy.close());

  let slipped = 0;

  /** Each under its own number: a record is reported once an hour. */
  async function slippedIn(model: Row): Promise<Row> {
    slipped += 1;
    const [id, number, token] = [
      `00000000-0000-7000-8000-0000000000a${slipped}`,
      `JNIT-2026-00077${slipped}-X`,
      `${'Y'.repeat(26)}${slipped}`,
    ];
    const [row] = await academy.connections.write.query<Record<string, unknown>[]>(
      `SELECT * FROM certificate WHERE id = '${model.id}'`,
    );
    const facts = model.facts.replaceAll(model.number, number);
    const values = { ...row, id, number, number_key: `JN1T202600077${slipped}X`, token, enrolment_id: null, facts };
    await write(
      `INSERT INTO certificate (${Object.keys(values).join(', ')}) VALUES (${Object.values(values)
        .map((one) => (one === null ? 'NULL' : `'${String(one)}'`))
        .join(', ')})`,
    );
    return { ...model, id, number, token, facts };
  }

  it('is neither shown nor signed where no act has issued it, and waits among the tasks', async () => {
    const forged = await slippedIn((await one('孙丽', null)).row);
    for (const [language, said] of [
      ['zh-CN', '这份证书现在未能核验'],
      ['en', 'This certificate cannot be checked at the moment'],
    ] as const) {
      const shown = await page(forged.token, language);
      expect(shown).toContain(said);
      expect(shown).not.toContain('孙丽');
    }
    for (const form of FORMS) expect((await academy.client().get(`/c/${forged.token}.${form}`)).status).toBe(404);
    expect((await academy.app.get(VerifyCertificate).byToken(forged.token)).verdict).toBe('couldNotCheck');
    expect(
      (await academy.app.get(VerifyCertificate).byNumber({ number: forged.number, name: '孙丽' })).certificate,
    ).toBeNull();
    await academy.app.get(SignCertificates).execute();
    expect(await seals(forged.id)).toBe(0);
    expect(academy.takeErrors().join()).toContain(forged.number);
    const tasks = wordsOf(
      (await (await signedIn(academy, 'administrator')).get('/office/tasks?kind=register_record')).text,
    );
    expect(tasks).toContain(forged.number);
    await academy.restart();
    await disableTriggers(academy, GUARDED);
    await academy.app.get(SignCertificates).execute();
    expect(await seals(forged.id)).toBe(0);
    await write(`DELETE FROM certificate WHERE id = '${forged.id}'`);
  }, 60_000);

  it('is not bound at a start after somebody took the mark of the upgrade away', async () => {
    const forged = await slippedIn((await one('吴迪', null)).row);
    await write(`INSERT INTO certificate_event (id, certificate_id, kind, at, reason, actor_name)
      SELECT '00000000-0000-7000-8000-0000000000ab', '${forged.id}', kind, at, reason, actor_name FROM certificate_event WHERE kind = 'issued' LIMIT 1`);
    await write(`DELETE FROM record_binding WHERE kind = 'register' AND id = 'done'`);
    await academy.restart();
    await disableTriggers(academy, GUARDED);
    await academy.app.get(SignCertificates).execute();
    expect(await seals(forged.id)).toBe(0);
    expect(await page(forged.token)).toContain('这份证书现在未能核验');
    await write(`DELETE FROM certificate_event WHERE certificate_id = '${forged.id}'`);
    await write(`DELETE FROM certificate WHERE id = '${forged.id}'`);
  }, 60_000);

  it('is not handed out where somebody changed a stored document', async () => {
    const row = await sealed('郑楠');
    await write(`UPDATE certificate_form SET bytes = (SELECT f.bytes FROM certificate_form f WHERE f.certificate_id = '${row.id}' AND f.form = 'png')
      WHERE certificate_id = '${row.id}' AND form = 'pdf'`);
    expect((await academy.client().get(`/c/${row.token}.pdf`)).status).toBe(404);
    expect((await academy.client().get(`/c/${row.token}.png`)).status).toBe(200);
  });

  it('is not signed where somebody altered it between the issue and the making of its documents', async () => {
    const { row } = await one('钱进', null);
    await write(`UPDATE certificate SET facts = replace(facts, '云计算管理员', '总工程师') WHERE id = '${row.id}'`);
    await academy.app.get(SignCertificates).execute();
    expect(await seals(row.id)).toBe(0);
    expect(await page(row.token)).not.toContain('总工程师');
    await write(`UPDATE certificate SET facts = replace(facts, '总工程师', '云计算管理员') WHERE id = '${row.id}'`);
    expect(await page(row.token)).toContain('签名文件正在制作');
  }, 60_000);

  it('does not get the certificate that somebody wrote into the plan of an issue', async () => {
    const scenario = await graduates(academy, { names: [{ name: '李雷' }, { name: '韩梅' }] });
    await academy.app.get(BeginIssuance).execute(await person(academy, 'coordinator'), scenario.cohort.code);
    await write(`UPDATE issuance_item SET name = '赵六' WHERE name = '李雷' AND state = 'waiting'`);
    await academy.app.get(Jobs).finish();
    const issued = await certificatesOf(scenario);
    expect(issued.map(({ facts }) => (JSON.parse(facts) as { recipient: { name: string } }).recipient.name)).toEqual([
      '韩梅',
    ]);
    expect(
      await rows(sql`SELECT 1 AS "one" FROM issuance_item WHERE state = 'refused' AND reasons LIKE '%planAltered%'`),
    ).toHaveLength(1);
  }, 60_000);

  it('is detected at the next view, whether the row, the signature or the log was altered, and is valid once corrected', async () => {
    const { id, token, number } = await sealed('周正');
    const [seal] = await rows<{ hash: string }>(
      sql`SELECT credential_hash AS "hash" FROM certificate_seal WHERE certificate_id = ${id}`,
    );
    const [entry] = await rows<{ text: string }>(
      sql`SELECT text AS "text" FROM log_entry WHERE certificate_id = ${id}`,
    );
    expect(await page(token)).toContain('登记、签名文件与公开日志三者一致');
    for (const [does, undoes] of [
      [
        `UPDATE certificate SET recipient_name = '王伟' WHERE id = '${id}'`,
        `UPDATE certificate SET recipient_name = '周正' WHERE id = '${id}'`,
      ],
      [
        `UPDATE certificate_seal SET credential_hash = '${'0'.repeat(64)}' WHERE certificate_id = '${id}'`,
        `UPDATE certificate_seal SET credential_hash = '${seal!.hash}' WHERE certificate_id = '${id}'`,
      ],
      [
        `UPDATE log_entry SET text = replace(text, '${seal!.hash}', '${'0'.repeat(64)}') WHERE certificate_id = '${id}'`,
        `UPDATE log_entry SET text = '${entry!.text}' WHERE certificate_id = '${id}'`,
      ],
      [`UPDATE certificate_event SET at = 5 WHERE certificate_id = '${id}'`, null],
    ] as const) {
      const [event] = await rows<{ at: number }>(
        sql`SELECT at AS "at" FROM certificate_event WHERE certificate_id = ${id}`,
      );
      await write(does);
      expect(await page(token)).toContain('这份证书现在未能核验');
      const { verdict, certificate } = await academy.app.get(VerifyCertificate).byNumber({ number, name: '周正' });
      expect([verdict === 'valid', certificate]).toEqual([false, null]);
      await write(undoes ?? `UPDATE certificate_event SET at = ${event!.at} WHERE certificate_id = '${id}'`);
      expect(await page(token)).toContain('这份证书有效');
    }
  }, 60_000);
});
