import sql from 'sql-template-tag';
import { DesignCourse, OpenTrack } from '../../../src/courses/index.js';
import { isRefused, ReadDatabase } from '../../../src/platform/index.js';
import { done } from '../../builders/cohorts.js';
import { aRing } from '../../builders/rings.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('achievements', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const office = () => signedIn(academy, 'coordinator');
  const root = '/office/achievements';
  const fields = {
    nameZh: '云平台管理员',
    nameEn: 'Cloud administrator',
    criteriaZh: '考核合格',
    criteriaEn: 'Pass the assessment',
    level: 'professional',
    skillsZh: '部署\n监控',
    skillsEn: 'Deploying\nMonitoring',
    validity: 'months',
    validMonths: '24',
    validUntil: '',
  };
  let [made, tracks] = [0, 0];
  const anAchievement = async (
    wanted: Readonly<Record<string, string>> = {},
  ): Promise<{ code: string; id: string }> => {
    made += 1;
    const code = `EARN-${made}`;
    await (await office()).submit(root, { ...fields, ...wanted, code }, `${root}/new`);
    const row = await academy.app
      .get(ReadDatabase)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM achievement WHERE code = ${code}`);
    return { code, id: row!.id };
  };
  const aCourse = async (code: string, achievementId: string) => {
    const coordinator = await person(academy, 'coordinator');
    const track = done(
      await academy.app.get(OpenTrack).execute(coordinator, {
        code: `T-${code}-${(tracks += 1)}`,
        nameZh: '方向',
        nameEn: 'Track',
        summaryZh: '',
        summaryEn: '',
        position: 1,
      }),
    );
    return academy.app.get(DesignCourse).execute(coordinator, {
      code,
      trackId: track.id,
      titleZh: `课程 ${code}`,
      titleEn: `Course ${code}`,
      summaryZh: '',
      summaryEn: '',
      level: 'beginner',
      days: 1,
      hours: 8,
      outcomesZh: '',
      outcomesEn: '',
      syllabusZh: '',
      syllabusEn: '',
      prerequisiteIds: [],
      leadsTo: { kind: 'existing', id: achievementId },
    });
  };

  it('show their contents, and which courses lead to them', async () => {
    const { code, id } = await anAchievement();
    done(await aCourse('LEADS-1', id));
    const text = wordsOf((await (await office()).get(`${root}/${code.toLowerCase()}`)).text);
    for (const said of ['云平台管理员', '高级', '24 个月', '部署', 'Monitoring', '课程 LEADS-1', '默认模板'])
      expect(text).toContain(said);
  });

  it('get a new version by an edit, and keep the earlier ones', async () => {
    const { code } = await anAchievement();
    const browser = await office();
    expect(
      wordsOf(
        (
          await browser.submit(
            `${root}/${code}`,
            { ...fields, skillsZh: '部署', skillsEn: 'Deploying', validity: 'until', validUntil: '2027-12-31' },
            `${root}/${code}/edit`,
          )
        ).text,
      ),
    ).toContain('第 2 版已启用');
    const text = wordsOf((await browser.get(`${root}/${code}`)).text);
    for (const said of ['第 1 版', '第 2 版', '24 个月', '到 2027年12月31日']) expect(text).toContain(said);
    const same = await browser.post(
      `${root}/${code}`,
      { ...fields, skillsZh: '部署', skillsEn: 'Deploying', validity: 'until', validUntil: '2027-12-31' },
      `${root}/${code}/edit`,
    );
    expect([same.status, wordsOf(same.text)]).toEqual([422, expect.stringContaining('没有改动') as string]);
  });

  it('appear on the page of a course with the day on which their certificates expire', async () => {
    const { id } = await anAchievement({ validity: 'until', validMonths: '', validUntil: '2027-12-31' });
    done(await aCourse('LEADS-DAY', id));
    expect(wordsOf((await (await office()).get('/office/courses/LEADS-DAY')).text)).toContain('到 2027年12月31日');
    expect(wordsOf((await academy.client().get('/courses/LEADS-DAY')).text)).toContain('有效期至 2027年12月31日');
  });

  it('are found by name, skill, level and validity', async () => {
    const { code } = await anAchievement({
      nameZh: '找得到',
      skillsZh: '潜水',
      skillsEn: 'Diving',
      level: 'expert',
      validity: 'none',
    });
    const browser = await office();
    for (const query of ['q=找得到', 'q=diving', `q=${code.toLowerCase()}`, 'level=expert&validity=none&q=diving']) {
      expect(
        wordsOf((await browser.get(`${root}?${query.replace('找得到', encodeURIComponent('找得到'))}`)).text),
      ).toContain(code);
    }
    expect(wordsOf((await browser.get(`${root}?q=diving&validity=months`)).text)).not.toContain(code);
    expect(wordsOf((await browser.get(`${root}?q=diving&retired=1`)).text)).not.toContain(code);
  });

  it('can be retired only when no course leads to them, and cannot be chosen afterwards', async () => {
    const [led, free] = [await anAchievement(), await anAchievement()];
    done(await aCourse('LEADS-2', led.id));
    const browser = await office();
    const refused = await browser.post(`${root}/${led.code}/retirement`, {}, `${root}/${led.code}`);
    expect([refused.status, wordsOf(refused.text)]).toEqual([422, expect.stringContaining('LEADS-2') as string]);
    expect(
      wordsOf((await browser.submit(`${root}/${free.code}/retirement`, {}, `${root}/${free.code}`)).text),
    ).toContain('已停用');
    const outcome = await aCourse('LEADS-3', free.id);
    expect(isRefused(outcome) && outcome.reasons.map(({ code }) => code)).toEqual(['achievementIsRetired']);
    await browser.submit(`${root}/${free.code}/return`, {}, `${root}/${free.code}`);
    done(await aCourse('LEADS-3', free.id));
  });

  it('have a picture, which is kept when the form fails and shown in the office', async () => {
    const browser = await office();
    const answer = await browser.upload(
      root,
      { ...fields, code: 'PICTURED', nameEn: '' },
      { field: 'pictureFile', name: 'badge.png', type: 'image/png', bytes: await aRing('#0f766e') },
    );
    expect(answer.status).toBe(422);
    const key = /\/office\/pictures\/([0-9a-f]{64})/.exec(answer.text)?.[1] ?? '';
    await browser.submit(root, { ...fields, code: 'PICTURED', picture: key }, `${root}/new`);
    expect((await browser.get(`${root}/PICTURED`)).text).toContain(key);
    expect((await browser.get(`/office/pictures/${key}`)).status).toBe(200);
    expect((await browser.get(`/office/pictures/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('refuse a file that is not a picture, beside its field', async () => {
    const answer = await (
      await office()
    ).upload(
      root,
      { ...fields, code: 'UNPICTURED' },
      { field: 'pictureFile', name: 'a.png', type: 'image/png', bytes: Buffer.from('<svg/>') },
    );
    expect([answer.status, wordsOf(answer.text)]).toEqual([
      422,
      expect.stringContaining('只接受 PNG 和 JPEG') as string,
    ]);
  });

  it.each([
    [{ skillsEn: 'Deploying' }, '行数不同'],
    [{ validMonths: '' }, '请填写'],
    [{ validity: 'until', validUntil: '2026-03-02' }, '今天之后'],
    [{ validity: 'forever' }, '有效期'],
    [{ code: 'EARN 1' }, '代码'],
    [{ nameZh: '' }, '中文名称'],
    [{ picture: 'f'.repeat(64) }, '重新上传'],
    [{ skillsZh: '一\n'.repeat(13), skillsEn: 'a\n'.repeat(13) }, '最多 12 项'],
  ])('refuse %j in words', async (wrong, said) => {
    const answer = await (await office()).post(root, { ...fields, code: 'WRONG', ...wrong }, `${root}/new`);
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(said) as string]);
  });
});
