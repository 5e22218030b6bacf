import sql from 'sql-template-tag';
import { type CertificateFacts } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { aRing } from '../../../builders/rings.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { wordsOf } from '../../../support/web-client.js';
import { bindOutcomes, graduates } from '../graduates.js';
import { certificateSteps } from '../certificate-steps.js';
import { templateSteps } from './template-steps.js';

describe('what certificate templates print', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { certificatesOf, issue, one } = certificateSteps(() => academy);
  const { office, root, fields, aTemplate, choose, factsOf } = templateSteps(() => academy);
  beforeAll(async () => {
    await one('在先', null);
  });

  it('print attendance and scores only if the template says so', async () => {
    const template = await aTemplate({ printsResults: '1' });
    const scenario = await graduates(academy, { names: [{ name: '许仙' }] });
    await choose(scenario.achievementId, template.id);
    const [enrolment] = await academy.app
      .get(ReadDatabase)
      .query<{ id: string }>(sql`SELECT id AS "id" FROM enrolment WHERE cohort_id = ${scenario.cohort.id}`);
    const assessment = '11111111-1111-4111-8111-111111111111';
    await academy.write(async (tx) => {
      await tx.query(
        sql`INSERT INTO assessment (id, cohort_id, name_zh, name_en, kind, weight, pass_score, full_score, position) VALUES (${assessment}, ${scenario.cohort.id}, '实操', 'Practical', 'practical', 100, 60, 100, 1)`,
      );
      await tx.query(
        sql`INSERT INTO result (id, assessment_id, enrolment_id, score, recorded_at, recorded_by_name) VALUES (${assessment}, ${assessment}, ${enrolment!.id}, 87, ${tx.now}, '讲师')`,
      );
      await bindOutcomes(academy, tx, scenario.cohort.id);
      await tx.audit('story.told', { type: 'cohort', id: scenario.cohort.id, label: scenario.cohort.code });
    });
    await issue(scenario);
    expect((await factsOf(scenario)).results).toEqual([{ nameZh: '实操', nameEn: 'Practical', value: '87' }]);
    const [row] = await certificatesOf(scenario);
    expect(wordsOf((await academy.client().get(`/c/${row!.token}`)).text)).toContain('实操 87');
    expect((await academy.client().get(`/c/${row!.token}.svg`)).text).toContain('Practical 87');
    expect((JSON.parse((await one('白蛇', null)).row.facts) as CertificateFacts).results).toBeUndefined();
  });

  it('carry pictures of seal and signatures, frozen by what they are', async () => {
    const browser = await office();
    const answer = await browser.upload(
      root,
      { ...fields, name: '有章的模板' },
      { field: 'sealPictureFile', name: 'seal.png', type: 'image/png', bytes: await aRing('#b3262e') },
    );
    expect(answer.status).toBe(303);
    const row = await academy.app
      .get(ReadDatabase)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM named_template WHERE name = '有章的模板'`);
    const scenario = await graduates(academy, { names: [{ name: '章鱼' }] });
    await choose(scenario.achievementId, row!.id);
    await issue(scenario);
    const { seal } = await factsOf(scenario);
    expect(seal.picture).toMatch(/^[0-9a-f]{64}$/);
    const [certificate] = await certificatesOf(scenario);
    expect((await academy.client().get(`/c/${certificate!.token}.svg`)).text).toContain('href="data:image/png;base64,');
    const paper = (await academy.client().get(`/c/${certificate!.token}.pdf`)).bytes.toString('latin1');
    expect(paper).toContain('/Subtype /Image');
    expect((await browser.get(`/office/pictures/${seal.picture!}`)).headers['content-type']).toBe('image/png');
    expect((await academy.client().get(`/office/pictures/${seal.picture!}`)).status).not.toBe(200);
  });

  it('of one language leave the other out', async () => {
    const template = await aTemplate({
      languages: 'zh',
      nameEn: '',
      leadEn: '',
      bodyEn: '',
      signatory1NameEn: '',
      signatory1TitleEn: '',
    });
    const scenario = await graduates(academy, { names: [{ name: '华文', latinName: 'Hua Wen' }] });
    await choose(scenario.achievementId, template.id);
    await issue(scenario);
    const [row] = await certificatesOf(scenario);
    const svg = (await academy.client().get(`/c/${row!.token}.svg`)).text;
    expect([svg.includes('培训证书'), svg.includes('Training'), svg.includes('Scan')]).toEqual([true, false, false]);
  });
});
