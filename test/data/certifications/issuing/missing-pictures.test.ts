import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import {
  BeginIssuance,
  type CertificateFacts,
  IssueCertificates,
  verifyKeysFrom,
  verifyLog,
} from '../../../../src/certifications/index.js';
import { ReissueCertificate } from '../../../../src/certifications/lifecycle/actions/reissue-certificate.js';
import { isRefused, Jobs, Keys, pictureOf, type QueryFunction, ReadDatabase } from '../../../../src/platform/index.js';
import { aRing } from '../../../builders/rings.js';
import { certificateSteps, seenIn } from '../../../http/certifications/certificate-steps.js';
import { type Graduates, graduates } from '../../../http/certifications/graduates.js';
import { templateSteps } from '../../../http/certifications/templates/template-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { person, type Person } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

/** Other pictures take the place of those that the process keeps in memory. */
async function forgetPictures(): Promise<void> {
  for (let at = 0; at < 41; at += 1) {
    const bytes = Buffer.from(`picture ${at}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const query = (() => Promise.resolve([{ sha256, type: 'image/png', bytes, width: 1, height: 1 }])) as unknown;
    await pictureOf(query as QueryFunction, sha256);
  }
}

describe(`certificates whose pictures somebody removes from the database, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let coordinator: Person;
  let templateId: string;
  const { certificatesOf } = certificateSteps(() => academy);
  const { office, root, fields, choose } = templateSteps(() => academy);
  const query = <T>(text: ReturnType<typeof sql>): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(text);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const alarms = async (): Promise<string> =>
    (await query<{ id: string }>(sql`SELECT id AS "id" FROM register_alarm`)).map(({ id }) => id).join();
  const faults = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');
  const cohortOf = async (name: string): Promise<Graduates> => {
    const scenario = await graduates(academy, { names: [{ name }] });
    await choose(scenario.achievementId, templateId);
    return scenario;
  };
  const remove = async (): Promise<void> => {
    await write('CREATE TABLE removed_pictures AS SELECT * FROM picture');
    await write('DELETE FROM picture');
    await forgetPictures();
  };
  const putBack = async (): Promise<void> => {
    await write('INSERT INTO picture SELECT * FROM removed_pictures');
    await write('DROP TABLE removed_pictures');
  };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    coordinator = await person(academy, 'coordinator');
    const bytes = await aRing('#b3262e');
    const seal = { field: 'sealPictureFile', name: 'seal.png', type: 'image/png', bytes };
    await (await office()).upload(root, { ...fields, name: '有章的模板' }, seal);
    const [row] = await query<{ id: string }>(sql`SELECT id AS "id" FROM named_template WHERE name = '有章的模板'`);
    templateId = row!.id;
  }, 60_000);
  afterEach(() => academy.takeErrors());
  afterAll(() => academy.close());

  it('are not issued: the page says why, shows no sample, and draws no number', async () => {
    const { cohort } = await cohortOf('王芳');
    const path = `/office/cohorts/${cohort.code}/certificates`;
    const browser = await office();
    const seen = seenIn((await browser.get(path)).text);
    const drawn = await query(sql`SELECT number FROM drawn_number ORDER BY number`);
    await remove();
    const text = wordsOf((await browser.post(path, { seen }, path)).text);
    const begun = await academy.app.get(BeginIssuance).execute(coordinator, cohort.code);
    const page = await browser.get(path);
    const template = await browser.get(`${root}/${templateId}`);
    await putBack();
    expect(text).toContain('在数据库中缺失或被改动');
    expect(isRefused(begun) && begun.reasons[0]!.code).toBe('pictureAltered');
    expect([page.status, page.text.includes('data:image/svg+xml')]).toEqual([200, false]);
    expect([template.status, wordsOf(template.text).includes('请重新上传')]).toEqual([200, true]);
    expect(await query(sql`SELECT number FROM drawn_number ORDER BY number`)).toEqual(drawn);
  });

  it('are not signed by an issue that has begun; the office gets a task', async () => {
    const scenario = await cohortOf('赵六');
    const begun = await academy.app.get(BeginIssuance).execute(coordinator, scenario.cohort.code);
    expect(isRefused(begun)).toBe(false);
    await remove();
    await academy.app.get(Jobs).finish();
    await putBack();
    expect(await certificatesOf(scenario)).toEqual([]);
    expect(await alarms()).toMatch(/^picture [0-9a-f]{16}$/);
  });

  it('are neither drawn nor replaced, and the check of the register names the picture', async () => {
    const scenario = await cohortOf('孙七');
    await academy.app.get(IssueCertificates).execute(coordinator, scenario.cohort.code);
    const [row] = await certificatesOf(scenario);
    const client = academy.client();
    expect((await client.get(`/c/${row!.token}.svg`)).status).toBe(200);
    expect(await faults()).toBe('');
    await remove();
    const drawing = await client.get(`/c/${row!.token}.svg`);
    const [page, paper] = [await client.get(`/c/${row!.token}`), await client.get(`/c/${row!.token}.pdf`)];
    const named = await faults();
    const replaced = await academy.app.get(ReissueCertificate).execute(coordinator, row!.id, {
      reasonClass: 'nameCorrected',
      name: '孙八',
      latinName: null,
      reason: '姓名有误',
    });
    await putBack();
    expect([drawing.status, page.status, paper.status]).toEqual([503, 200, 200]);
    expect(isRefused(replaced) && replaced.reasons[0]!.code).toBe('documentsNotMade');
    const key = (JSON.parse(row!.facts) as CertificateFacts).seal.picture!;
    expect(named).toContain(`Picture ${key.slice(0, 16)}…: certificate ${row!.number} prints it, and it is gone.`);
    expect((await client.get(`/c/${row!.token}.svg`)).status).toBe(200);
    expect(await faults()).toBe('');
  });
});
