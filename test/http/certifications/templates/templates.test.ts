import sql from 'sql-template-tag';
import { MakeTemplateUsual, type CertificateFacts } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { graduates } from '../graduates.js';
import { certificateSteps } from '../certificate-steps.js';
import { templateSteps } from './template-steps.js';

describe('certificate templates', () => {
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

  it('are chosen by an achievement; others use the default; certificates issued before keep theirs', async () => {
    const before = await one('金星', null);
    const upright = await aTemplate({
      paper: 'portrait',
      border: 'frame',
      nameZh: '职业技能证书',
      nameEn: 'Vocational Certificate',
    });
    const scenario = await graduates(academy, { names: [{ name: '陶然' }] });
    await choose(scenario.achievementId, upright.id);
    await issue(scenario);
    expect(JSON.parse(before.row.facts) as CertificateFacts).toMatchObject({
      shape: 2,
      wording: { headingZh: '结业证书' },
      layout: { paper: 'landscape' },
    });
    expect(await factsOf(scenario)).toMatchObject({
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
    const scenario = await graduates(academy, { names: [{ name: '甲一' }, { name: '乙二' }] });
    await choose(scenario.achievementId, template.id);
    await issue(scenario);
    expect((await certificatesOf(scenario)).map(({ number }) => number)).toEqual([
      'S077737000009260000001',
      'S077737000009260000002',
    ]);
  });

  it('that were retired before they were chosen are shown as picked, beside why they are refused', async () => {
    const [stored, picked] = [await aTemplate(), await aTemplate()];
    const scenario = await graduates(academy, { names: [{ name: '常山' }] });
    await choose(scenario.achievementId, stored.id);
    const browser = await office();
    await browser.submit(`${root}/${picked.id}/retirement`, {}, `${root}/${picked.id}`);
    const { code } = (await academy.app
      .get(ReadDatabase)
      .first<{ code: string }>(sql`SELECT code AS "code" FROM achievement WHERE id = ${scenario.achievementId}`))!;
    const page = `/office/achievements/${code}/template`;
    const refused = await browser.post(page, { namedId: picked.id }, page);
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(new RegExp(`value="${picked.id}"[^>]* checked`));
    expect(refused.text).not.toMatch(new RegExp(`value="${stored.id}"[^>]* checked`));
    expect(wordsOf(refused.text)).toContain(`${picked.name} · 已停用`);
  });

  it('are not used once they are retired, and the default is not retired', async () => {
    const template = await aTemplate();
    const browser = await office();
    await browser.submit(`${root}/${template.id}/retirement`, {}, `${root}/${template.id}`);
    const scenario = await graduates(academy, { names: [{ name: '退休' }] });
    expect(await choose(scenario.achievementId, template.id)).toMatchObject({ reasons: [{ code: 'templateUnknown' }] });
    expect(wordsOf((await browser.get(`${root}?retired=1`)).text)).toContain(template.name);
    await browser.submit(`${root}/${template.id}/return`, {}, `${root}/${template.id}`);
    await browser.submit(`${root}/${template.id}/usual`, {}, `${root}/${template.id}`);
    expect((await browser.post(`${root}/${template.id}/retirement`, {}, `${root}/${template.id}`)).status).toBe(422);
    expect((JSON.parse((await one('照常', null)).row.facts) as CertificateFacts).wording.headingZh).toBe('培训证书');
    const first = await academy.app
      .get(ReadDatabase)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM named_template WHERE name = '结业证书'`);
    if (first) await academy.app.get(MakeTemplateUsual).execute(await person(academy, 'administrator'), first.id);
  });

  it.each([
    [{ numberPattern: 'ABC-{CHECK}' }, '流水号'],
    [{ numberPattern: '{NUMBER}' }, '编号规则里没有'],
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
