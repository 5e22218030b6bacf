import { SetTargets } from '../../../src/reporting/index.js';
import { instantOf, SYSTEM } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';
import { Rows } from './rows.js';

describe('the academy’s output', () => {
  let academy: TestAcademy;
  let office: WebClient;
  let tracks: { cloud: string; software: string };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const rows = new Rows(academy);
    tracks = {
      cloud: await rows.track('CLOUD', '云计算', 'Cloud computing'),
      software: await rows.track('SW', '软件与服务外包', 'Software'),
    };
    const azure = await rows.course('AZ-104T00', tracks.cloud, '云管理员');
    const java = await rows.course('JV-200', tracks.software, '软件开发');
    // One cohort ends a minute before the new year in Jinan, one a minute after; both on 31 December in Greenwich.
    const last = await rows.cohort('AZ-104-2025-12', azure, {
      state: 'completed',
      startsOn: '2025-12-08',
      endsOn: '2025-12-30',
      completedAt: instantOf('2025-12-31', '23:59'),
    });
    const first = await rows.cohort('AZ-104-2026-01', azure, {
      state: 'completed',
      startsOn: '2025-12-15',
      endsOn: '2025-12-31',
      completedAt: instantOf('2026-01-01', '00:01'),
    });
    const software = await rows.cohort('JV-200-2026-01', java, {
      state: 'completed',
      startsOn: '2026-01-05',
      endsOn: '2026-01-30',
      completedAt: instantOf('2026-01-31', '23:59'),
    });
    const people = await Promise.all(
      ['陈晨', '刘洋', '孙丽', '=HYPERLINK("x")', '马超'].map((name) => rows.trainee(name)),
    );
    const [chen = '', liu = '', sun = '', strange = '', ma = ''] = people;
    await rows.enrolment(last, chen, 'completed');
    const chens = await rows.enrolment(first, chen, 'completed');
    const lius = await rows.enrolment(first, liu, 'completed');
    await rows.enrolment(first, sun, 'notCompleted');
    const suns = await rows.enrolment(software, sun, 'completed');
    await rows.enrolment(software, strange, 'completed');
    await rows.certificate({
      enrolmentId: chens,
      traineeId: chen,
      achievementId: azure.achievementId,
      issuedOn: '2026-01-02',
    });
    await rows.certificate({
      enrolmentId: lius,
      traineeId: liu,
      achievementId: azure.achievementId,
      issuedOn: '2026-01-02',
      state: 'revoked',
    });
    await rows.certificate({
      enrolmentId: suns,
      traineeId: sun,
      achievementId: java.achievementId,
      issuedOn: '2025-12-31',
    });
    await rows.certificate({
      enrolmentId: null,
      traineeId: ma,
      achievementId: java.achievementId,
      issuedOn: '2026-02-02',
    });
    const employer = await rows.employer('齐鲁软件园数据公司');
    await rows.placement(chen, employer, { startedOn: '2026-02-16' });
    await rows.placement(ma, employer, { startedOn: '2026-02-16' });
    await rows.placement(sun, employer, { startedOn: '2026-01-10', trackId: tracks.software });
    await academy.app.get(SetTargets).execute(SYSTEM, [
      { year: 2025, trackId: tracks.cloud, kind: 'trained', amount: 10 },
      { year: 2026, trackId: tracks.cloud, kind: 'trained', amount: 2 },
      { year: 2027, trackId: tracks.cloud, kind: 'trained', amount: 30 },
    ]);
    office = await signedIn(academy, 'coordinator');
  });
  afterAll(() => academy.close());

  const linksIn = (html: string) =>
    [
      ...html.matchAll(
        /<a[^>]*href="(\/office\/output\/people[^"]*)"[^>]*>(?:<span class="sr">[^<]*<\/span>)?([\d,]+)<\/a>/g,
      ),
    ].map(([, href = '', count = '']) => ({
      href: href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
      count: Number(count.replace(',', '')),
    }));
  const listed = async (href: string) =>
    Number(/count-line">\s*<span>(\d+)/.exec((await office.get(href)).text)?.[1] ?? Number.NaN);

  it('uses the calendar year in Jinan, not in Greenwich', async () => {
    expect(await listed('/office/output/people?kind=trained&year=2025')).toBe(1);
    expect(await listed('/office/output/people?kind=trained&year=2026')).toBe(4);
  });

  it('uses months in the academy’s time zone', async () => {
    expect(await listed('/office/output/people?kind=trained&month=2026-01')).toBe(4);
    expect(await listed('/office/output/people?kind=trained&month=2026-02')).toBe(0);
    expect(await listed('/office/output/people?kind=trained&month=2025-12')).toBe(1);
  });

  it('excludes revoked certificates, and counts one without a cohort in the track of the course that leads to it', async () => {
    expect(await listed('/office/output/people?kind=certified&year=2026')).toBe(2);
    expect(await listed('/office/output/people?kind=certified&year=2026&track=SW')).toBe(1);
    expect(await listed('/office/output/people?kind=certified&year=2025&track=SW')).toBe(1);
  });

  it('counts a placement only after a completed cohort, in its track', async () => {
    const answer = await office.get('/office/output/people?kind=placed&year=2026');
    expect(wordsOf(answer.text)).toContain('陈晨');
    expect(wordsOf(answer.text)).not.toContain('马超');
    expect(wordsOf(answer.text)).not.toContain('孙丽');
    expect(await listed('/office/output/people?kind=placed&track=CLOUD')).toBe(1);
    expect(await listed('/office/output/people?kind=placed&track=SW')).toBe(0);
  });

  it.each([
    '/office/output',
    '/office/output?year=2026',
    '/office/output?year=2025&track=CLOUD',
    '/office/output?track=SW',
  ])('lists as many people as the figure for %s', async (address) => {
    const links = linksIn((await office.get(address)).text);
    expect(links.length).toBeGreaterThan(6);
    expect(links.some(({ count }) => count > 0)).toBe(true);
    for (const { href, count } of links) expect({ href, count: await listed(href) }).toEqual({ href, count });
  });

  it('shows targets beside figures, and explains what is counted', async () => {
    const said = wordsOf((await office.get('/office/output?year=2026&track=CLOUD')).text);
    expect(said).toContain('指标 2，完成 100%');
    expect(said).toContain('北京时间');
    const english = wordsOf((await (await signedIn(academy, 'coordinator', 'en')).get('/office/output')).text);
    expect(english).toContain('2025–2027');
    expect(english).toContain('Cloud computing');
  });

  it('has no style attributes or inline scripts', async () => {
    const { text } = await office.get('/office/output?year=2026');
    expect(text).not.toMatch(/\sstyle=/);
    expect(text).toContain('class="figure-mark"');
  });

  it('searches people by name and by cohort, and offers to clear a search without results', async () => {
    expect(await listed(`/office/output/people?kind=trained&year=2026&q=${encodeURIComponent('刘洋')}`)).toBe(1);
    expect(await listed('/office/output/people?kind=trained&year=2026&q=jv-200')).toBe(2);
    expect(await listed('/office/output/people?kind=trained&year=2026&q=%25')).toBe(0);
    const nobody = await office.get('/office/output/people?kind=trained&year=2026&q=nobody');
    expect(nobody.text).toContain('href="/office/output/people?kind&#x3D;trained&amp;year&#x3D;2026"');
  });

  it('gives 404 for an unknown outcome, and the whole programme for an invalid year', async () => {
    expect((await office.get('/office/output/people?kind=failed')).status).toBe(404);
    expect((await office.get('/office/output?year=soon&track=NOWHERE')).status).toBe(200);
  });

  it('downloads figures and people that Excel opens with Chinese intact and without formulas', async () => {
    const figures = await office.get('/office/output.csv?year=2026');
    expect(figures.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect([...figures.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(figures.text).toContain('2026,CLOUD,云计算,结业,2,2\r\n');
    const people = await office.get('/office/output/people.csv?kind=trained&year=2026');
    expect(people.text.trim().split('\r\n')).toHaveLength(5);
    expect(people.text).toContain(`'=HYPERLINK`);
    expect(people.headers['content-disposition']).toContain(encodeURIComponent('结业-2026.csv'));
  });

  it('is for the office only', async () => {
    for (const path of ['/office/output', '/office/output.csv', '/office/output/people', '/office/output/people.csv']) {
      expect((await (await signedIn(academy, 'trainee')).get(path)).status).toBe(403);
      expect((await academy.client().get(path)).status).toBe(303);
    }
  });
});
