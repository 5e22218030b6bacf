import sql from 'sql-template-tag';
import { KeepTemplates, type CertificateFacts } from '../../../../src/certifications/index.js';
import { Reads } from '../../../../src/platform/index.js';
import { aRing } from '../../../builders/rings.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { graduates } from '../graduates.js';
import { certificateSteps } from '../certificate-steps.js';

describe('certificate templates', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { certificatesOf, issue, one } = certificateSteps(() => academy);
  beforeAll(async () => {
    await one('在先', null);
  });
  const office = () => signedIn(academy, 'administrator');
  const root = '/office/certificate-templates';
  const fields = {
    nameZh: '培训证书',
    nameEn: 'Training Certificate',
    leadZh: '兹证明',
    leadEn: 'This certifies that',
    bodyZh: '完成{course}',
    bodyEn: 'completed {course}',
    sealTextZh: '',
    sealFootZh: '证书专用章',
    numberPattern: '{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}',
    numberPrefix: 'JNIT',
    paper: 'landscape',
    border: 'guilloche',
    languages: 'both',
    signatory1NameZh: '李建国',
    signatory1NameEn: 'Li Jianguo',
    signatory1TitleZh: '院长',
    signatory1TitleEn: 'Dean',
  };
  let made = 0;
  const aTemplate = async (
    wanted: Readonly<Record<string, string>> = {},
  ): Promise<{ id: string; name: string; text: string }> => {
    made += 1;
    const name = wanted['name'] ?? `模板 ${made}`;
    const answer = await (await office()).submit(root, { ...fields, ...wanted, name }, `${root}/new`);
    const row = await academy.app
      .get(Reads)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM named_template WHERE name = ${name}`);
    return { id: row?.id ?? '', name, text: wordsOf(answer.text) };
  };
  const choose = async (achievementId: string, id: string | null) =>
    academy.app.get(KeepTemplates).choose(await person(academy, 'administrator'), achievementId, id);
  const factsOf = async (story: Parameters<typeof certificatesOf>[0]): Promise<CertificateFacts> =>
    JSON.parse((await certificatesOf(story))[0]!.facts) as CertificateFacts;

  it('are chosen by an achievement; the others take the usual one; certificates issued before keep theirs', async () => {
    const before = await one('金星', null);
    const upright = await aTemplate({
      paper: 'portrait',
      border: 'frame',
      nameZh: '职业技能证书',
      nameEn: 'Vocational Certificate',
    });
    const story = await graduates(academy, { names: [{ name: '陶然' }] });
    await choose(story.achievementId, upright.id);
    await issue(story);
    expect(JSON.parse(before.row.facts) as CertificateFacts).toMatchObject({
      shape: 2,
      wording: { headingZh: '结业证书' },
      layout: { paper: 'landscape' },
    });
    expect(await factsOf(story)).toMatchObject({
      wording: { headingZh: '职业技能证书' },
      layout: { paper: 'portrait', border: 'frame', languages: 'both' },
      signatories: [{ nameZh: '李建国' }],
    });
    const other = await one('白露', null);
    expect((JSON.parse(other.row.facts) as CertificateFacts).wording.headingZh).toBe('结业证书');
    const pages = await (await office()).get(`${root}/${upright.id}`);
    expect(wordsOf(pages.text)).toContain('云计算管理员');
    expect((await (await office()).get(`${root}/${upright.id}/sample.pdf`)).bytes.subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
  });

  it('become their next version by an edit; what was issued says what it said', async () => {
    const template = await aTemplate();
    const [first, second] = [
      await graduates(academy, { names: [{ name: '吴江' }] }),
      await graduates(academy, { names: [{ name: '郑州' }] }),
    ];
    await choose(first.achievementId, template.id);
    await choose(second.achievementId, template.id);
    await issue(first);
    const text = wordsOf(
      (
        await (
          await office()
        ).submit(
          `${root}/${template.id}`,
          { ...fields, name: template.name, nameZh: '新版证书' },
          `${root}/${template.id}/edit`,
        )
      ).text,
    );
    expect(text).toContain('第 2 版已启用');
    await issue(second);
    expect([(await factsOf(first)).wording.headingZh, (await factsOf(second)).wording.headingZh]).toEqual([
      '培训证书',
      '新版证书',
    ]);
  });

  it('print attendance and scores where they are told to, and nothing of the kind otherwise', async () => {
    const template = await aTemplate({ printsResults: '1' });
    const story = await graduates(academy, { names: [{ name: '许仙' }] });
    await choose(story.achievementId, template.id);
    const [enrolment] = await academy.app
      .get(Reads)
      .all<{ id: string }>(sql`SELECT id AS "id" FROM enrolment WHERE cohort_id = ${story.cohort.id}`);
    const assessment = '11111111-1111-4111-8111-111111111111';
    await academy.write(async (tx) => {
      await tx.rows(
        sql`INSERT INTO assessment (id, cohort_id, name_zh, name_en, kind, weight, pass_score, full_score, position) VALUES (${assessment}, ${story.cohort.id}, '实操', 'Practical', 'practical', 100, 60, 100, 1)`,
      );
      await tx.rows(
        sql`INSERT INTO result (id, assessment_id, enrolment_id, score, recorded_at, recorded_by_name) VALUES (${assessment}, ${assessment}, ${enrolment!.id}, 87, ${tx.now}, '讲师')`,
      );
      await tx.audit('story.told', { type: 'cohort', id: story.cohort.id, label: story.cohort.code });
    });
    await issue(story);
    expect((await factsOf(story)).results).toEqual([{ nameZh: '实操', nameEn: 'Practical', value: '87' }]);
    const [row] = await certificatesOf(story);
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
      .get(Reads)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM named_template WHERE name = '有章的模板'`);
    const story = await graduates(academy, { names: [{ name: '章鱼' }] });
    await choose(story.achievementId, row!.id);
    await issue(story);
    const { seal } = await factsOf(story);
    expect(seal.picture).toMatch(/^[0-9a-f]{64}$/);
    const [certificate] = await certificatesOf(story);
    expect((await academy.client().get(`/c/${certificate!.token}.svg`)).text).toContain('href="data:image/png;base64,');
    const paper = (await academy.client().get(`/c/${certificate!.token}.pdf`)).bytes.toString('latin1');
    expect(paper).toContain('/Subtype /Image');
    expect((await browser.get(`/office/pictures/${seal.picture!}`)).headers['content-type']).toBe('image/png');
    expect((await academy.client().get(`/office/pictures/${seal.picture!}`)).status).not.toBe(200);
  });

  it('show what they would print without being kept: by the button, and to the page’s script while typing', async () => {
    const browser = await office();
    const image = (text: string) =>
      Buffer.from(/base64,([^"]+)"/.exec(text)?.[1]?.replaceAll('&#x3D;', '=') ?? '', 'base64').toString();
    const pressed = await browser.post(
      root,
      { ...fields, name: '看', nameZh: '只是看看', preview: '1' },
      `${root}/new`,
    );
    expect([pressed.status, image(pressed.text).includes('只是看看')]).toEqual([200, true]);
    const live = await browser.get(
      `${root}/look?${new URLSearchParams({ ...fields, nameZh: '打着字', numberPattern: '{SEQ:6' }).toString()}`,
    );
    expect([live.status, image(live.text).includes('打着字'), wordsOf(live.text).includes('编号规则')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(wordsOf((await browser.get(root)).text)).not.toContain('只是看看');
  });

  it('say how a vocational number of 22 places is written, with one that is', async () => {
    expect(wordsOf((await (await office()).get(`${root}/new`)).text)).toContain('Y001237000001263000042');
  });

  it('number by the achievement’s level where the pattern says so', async () => {
    const template = await aTemplate({ numberPattern: '{KIND:S}{BODY:0777}{PROV:37}{SITE:000009}{YY}{LEVEL}{SEQ:6}' });
    const story = await graduates(academy, { names: [{ name: '甲一' }, { name: '乙二' }] });
    await choose(story.achievementId, template.id);
    await issue(story);
    expect((await certificatesOf(story)).map(({ number }) => number)).toEqual([
      'S077737000009260000001',
      'S077737000009260000002',
    ]);
  });

  it('are not used once they are retired, and the usual one is not retired', async () => {
    const template = await aTemplate();
    const browser = await office();
    await browser.submit(`${root}/${template.id}/retirement`, {}, `${root}/${template.id}`);
    const story = await graduates(academy, { names: [{ name: '退休' }] });
    expect(await choose(story.achievementId, template.id)).toMatchObject({ reasons: [{ code: 'templateUnknown' }] });
    expect(wordsOf((await browser.get(`${root}?retired=1`)).text)).toContain(template.name);
    await browser.submit(`${root}/${template.id}/return`, {}, `${root}/${template.id}`);
    await browser.submit(`${root}/${template.id}/usual`, {}, `${root}/${template.id}`);
    expect((await browser.post(`${root}/${template.id}/retirement`, {}, `${root}/${template.id}`)).status).toBe(422);
    expect((JSON.parse((await one('照常', null)).row.facts) as CertificateFacts).wording.headingZh).toBe('培训证书');
    const first = await academy.app
      .get(Reads)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM named_template WHERE name = '结业证书'`);
    if (first) await academy.app.get(KeepTemplates).makeUsual(await person(academy, 'administrator'), first.id);
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
    const story = await graduates(academy, { names: [{ name: '华文', latinName: 'Hua Wen' }] });
    await choose(story.achievementId, template.id);
    await issue(story);
    const [row] = await certificatesOf(story);
    const svg = (await academy.client().get(`/c/${row!.token}.svg`)).text;
    expect([svg.includes('培训证书'), svg.includes('Training'), svg.includes('Scan')]).toEqual([true, false, false]);
  });

  it.each([
    [{ numberPattern: 'ABC-{CHECK}' }, '流水号'],
    [{ numberPattern: '{NUMBER}' }, '编号规则不认识'],
    [{ bodyZh: '完成{课程}' }, '没有 {课程} 这一项'],
    [{ signatory2NameZh: '只有名字' }, '第 2 位签署人'],
    [{ nameZh: '证书𠮷' }, '𠮷'],
    [{ nameZh: '' }, '证书名称'],
    [{ paper: 'square' }, '纸张'],
    [{ name: '' }, '模板名称'],
    [{ sealPicture: 'f'.repeat(64) }, '没有收到'],
  ])('refuse %j in words', async (wrong, said) => {
    const answer = await (
      await office()
    ).post(root, { ...fields, name: `错 ${JSON.stringify(wrong)}`.slice(0, 50), ...wrong }, `${root}/new`);
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(said) as string]);
  });
});
