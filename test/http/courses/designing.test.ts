import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('a coordinator manages courses', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  let made = 0;
  const idOf = async (table: 'track' | 'achievement', code: string): Promise<string> => {
    const query =
      table === 'track'
        ? sql`SELECT id AS "id" FROM track WHERE code = ${code}`
        : sql`SELECT id AS "id" FROM achievement WHERE code = ${code}`;
    return (await academy.app.get(ReadDatabase).first<{ id: string }>(query))!.id;
  };
  const aTrack = async (): Promise<{ id: string; code: string }> => {
    made += 1;
    const code = `TR${made}`;
    const browser = await signedIn(academy, 'coordinator');
    await browser.submit(
      '/office/tracks',
      { nameZh: `方向${made}`, nameEn: `Track ${made}`, code },
      '/office/tracks/new',
    );
    return { id: await idOf('track', code), code };
  };
  const fields = (trackId: string, code: string, change: Record<string, string | string[]> = {}) => ({
    code,
    titleZh: `课程${code}`,
    titleEn: `Course ${code}`,
    trackId,
    level: 'intermediate',
    days: '4',
    hours: '32',
    outcomesZh: '1. 部署\n• 排错',
    ...change,
  });
  const leadingTo = (code: string) => ({
    leadsTo: 'new',
    achievementCode: code,
    achievementZh: `${code} 认证`,
    achievementEn: `${code} certified`,
    validMonths: '24',
  });

  test('a course with a new achievement is created in one step, and its page shows its contents', async () => {
    const track = await aTrack();
    const browser = await signedIn(academy, 'coordinator');
    const page = await browser.submit(
      '/office/courses',
      fields(track.id, 'az-104t00', leadingTo('AZ-104-ADMIN')),
      '/office/courses/new',
    );
    expect(page.path).toBe('/office/courses/AZ-104T00');
    const words = wordsOf(page.text);
    for (const said of [
      '课程 AZ-104T00 已建立',
      '第 1 版',
      '部署 排错',
      'AZ-104-ADMIN 认证 · AZ-104-ADMIN',
      '24 个月',
      '还没有班次',
    ])
      expect(words).toContain(said);
    expect(page.text).toContain('href="/office/cohorts/new?course=AZ-104T00"');
    const english = await (await signedIn(academy, 'coordinator', 'en')).get('/office/courses?q=az-104');
    expect(wordsOf(english.text)).toContain('Course az-104t00');
  });

  test('errors appear beside their fields, and nothing typed is lost', async () => {
    const track = await aTrack();
    const browser = await signedIn(academy, 'coordinator');
    const answer = await browser.post(
      '/office/courses',
      fields(track.id, '云', { days: '四', leadsTo: 'new', achievementZh: '云专家', prerequisiteIds: ['x'] }),
      '/office/courses/new',
    );
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('代码只能用字母');
    expect(answer.text).toContain('value="四"');
    expect(answer.text).toContain('value="云专家"');
    const twice = await browser.post(
      '/office/courses',
      fields(track.id, 'TWICE', { leadsTo: 'new', achievementZh: '云专家' }),
      '/office/courses/new',
    );
    expect(twice.status).toBe(422);
    expect(wordsOf(twice.text)).toContain('请填写这一项');
  });

  test('a course code is unique', async () => {
    const track = await aTrack();
    const browser = await signedIn(academy, 'coordinator');
    await browser.submit('/office/courses', fields(track.id, 'ONCE-1'), '/office/courses/new');
    const again = await browser.post('/office/courses', fields(track.id, 'once-1'), '/office/courses/new');
    expect(again.status).toBe(422);
    expect(wordsOf(again.text)).toContain('课程 ONCE-1 已经存在');
  });

  test('circular prerequisites are refused, and the cycle is named', async () => {
    const track = await aTrack();
    const browser = await signedIn(academy, 'coordinator');
    await browser.submit('/office/courses', fields(track.id, 'BASE', leadingTo('BASE-A')), '/office/courses/new');
    const base = await idOf('achievement', 'BASE-A');
    await browser.submit(
      '/office/courses',
      fields(track.id, 'TOP', { ...leadingTo('TOP-A'), prerequisiteIds: [base] }),
      '/office/courses/new',
    );
    const answer = await browser.post(
      '/office/courses/BASE',
      fields(track.id, 'BASE', { leadsTo: base, prerequisiteIds: [await idOf('achievement', 'TOP-A')] }),
      '/office/courses/BASE/edit',
    );
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('BASE → TOP → BASE');
    const own = await browser.post(
      '/office/courses/BASE',
      fields(track.id, 'BASE', { leadsTo: base, prerequisiteIds: [base] }),
    );
    expect(wordsOf(own.text)).toContain('不能同时是它的先修要求');
  });

  test('changing a version that published cohorts use creates the next one', async () => {
    const track = await aTrack();
    const browser = await signedIn(academy, 'coordinator');
    await browser.submit('/office/courses', fields(track.id, 'VERS'), '/office/courses/new');
    expect(
      wordsOf(
        (
          await browser.submit(
            '/office/courses/VERS',
            fields(track.id, 'VERS', { hours: '30' }),
            '/office/courses/VERS/edit',
          )
        ).text,
      ),
    ).toContain('第 1 版已更新');
    await academy.write(async (tx) => {
      tx.withoutAudit('the story needs a frozen version');
      await tx.query(
        sql`UPDATE course_version SET frozen_at = ${tx.now} WHERE course_id = (SELECT id FROM course WHERE code = ${'VERS'})`,
      );
    });
    const same = await browser.submit(
      '/office/courses/VERS',
      fields(track.id, 'VERS', { hours: '30', level: 'advanced' }),
      '/office/courses/VERS/edit',
    );
    expect(wordsOf(same.text)).toContain('仍是第 1 版');
    const next = wordsOf(
      (
        await browser.submit(
          '/office/courses/VERS',
          fields(track.id, 'VERS', { hours: '28' }),
          '/office/courses/VERS/edit',
        )
      ).text,
    );
    expect(next).toContain('已保存为第 2 版');
    expect(next).toContain('以前的版本');
  });

  test('retiring a course shows the consequences, removes it from the list, and can be undone', async () => {
    const track = await aTrack();
    const browser = await signedIn(academy, 'coordinator');
    await browser.submit('/office/courses', fields(track.id, 'GONE'), '/office/courses/new');
    expect(wordsOf((await browser.get('/office/courses/GONE/retirement')).text)).toContain('不能再安排新的班次');
    await browser.submit('/office/courses/GONE/retirement');
    expect((await browser.get(`/office/courses?track=${track.code}`)).text).not.toContain('/office/courses/GONE"');
    expect((await browser.get(`/office/courses?track=${track.code}&retired=1`)).text).toContain(
      '/office/courses/GONE"',
    );
    expect(wordsOf((await browser.submit('/office/courses/GONE/return')).text)).toContain('已恢复使用');
  });

  test('a track with courses in use cannot be retired', async () => {
    const track = await aTrack();
    const browser = await signedIn(academy, 'coordinator');
    await browser.submit('/office/courses', fields(track.id, `IN-${track.code}`), '/office/courses/new');
    expect(wordsOf((await browser.get(`/office/tracks/${track.code}/retirement`)).text)).toContain(
      '还有 1 门在用的课程',
    );
    expect((await browser.post(`/office/tracks/${track.code}/retirement`)).status).toBe(422);
    await browser.submit(`/office/courses/IN-${track.code}/retirement`);
    expect(wordsOf((await browser.submit(`/office/tracks/${track.code}/retirement`)).text)).toContain('已停用的方向');
    await browser.submit(`/office/tracks/${track.code}/return`);
    const changed = await browser.submit(
      `/office/tracks/${track.code}`,
      { nameZh: '新名字', nameEn: 'New name', code: track.code },
      `/office/tracks/${track.code}/edit`,
    );
    expect(wordsOf(changed.text)).toContain('新名字');
  });

  test('other roles have no access, and unknown codes give 404', async () => {
    expect((await (await signedIn(academy, 'trainee')).get('/office/courses')).status).toBe(403);
    const browser = await signedIn(academy, 'coordinator');
    for (const path of [
      '/office/courses/NONE',
      '/office/courses/NONE/edit',
      '/office/courses/NONE/retirement',
      '/office/tracks/NONE/edit',
    ])
      expect((await browser.get(path)).status).toBe(404);
    expect(wordsOf((await browser.get('/office/courses?q=%25_%27')).text)).toContain('没有符合条件的结果');
  });
});
