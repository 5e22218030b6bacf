import { aTrainee } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const CREDIT_CODE = '91350100M000100Y43';

describe('a coordinator and the employers', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  let made = 0;
  const anEmployer = async (change: Record<string, string> = {}) => {
    made += 1;
    const browser = await signedIn(academy, 'coordinator');
    return browser.submit(
      '/office/employers',
      { name: `山东软件 ${made} 公司`, kind: 'employer', park: 'qilusoft', ...change },
      '/office/employers/new',
    );
  };

  test('a credit code is checked for typing errors, unique, and shown', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const wrong = await browser.post(
      '/office/employers',
      { name: '错码公司', kind: 'employer', creditCode: '91350100M000100Y34' },
      '/office/employers/new',
    );
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong.text)).toContain('末位校验码“4”');
    expect(wrong.text).toContain('value="错码公司"');
    const page = await anEmployer({ creditCode: '91350100 m000100y 43', contactName: '赵磊' });
    expect(wordsOf(page.text)).toContain(CREDIT_CODE);
    const twice = await browser.post(
      '/office/employers',
      { name: '另一家', kind: 'partner', creditCode: CREDIT_CODE },
      '/office/employers/new',
    );
    expect(wordsOf(twice.text)).toContain('这个统一社会信用代码属于已登记的');
    expect(wordsOf((await browser.get('/office/employers?q=m000100y')).text)).toContain('共 1 家单位');
  });

  test('a trainee is found, placed once, and the placement ended', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const trainee = await aTrainee(academy);
    const employer = await anEmployer();
    const id = employer.path.split('/').at(-1)!;
    const found = await browser.get(`/office/placements/new?employer=${id}&q=${encodeURIComponent(trainee.name)}`);
    expect(found.text).toContain(
      `trainee=${trainee.traineeId}&amp;employer&#x3D;${id}`.replace('trainee=', 'trainee&#x3D;'),
    );
    const fields = {
      traineeId: trainee.traineeId,
      employerId: id,
      positionTitle: '云运维工程师',
      startedOn: '2026-2-9',
    };
    const form = `/office/placements/new?trainee=${trainee.traineeId}&employer=${id}`;
    const page = await browser.submit('/office/placements', fields, form);
    for (const said of [trainee.name, '云运维工程师', '2026年2月9日 起', '在职'])
      expect(wordsOf(page.text)).toContain(said);
    const twice = await browser.post('/office/placements', fields, form);
    expect(twice.status).toBe(422);
    expect(wordsOf(twice.text)).toContain('自 2026年2月9日 起已在这个单位');
    expect(wordsOf((await browser.get(`/office/trainees/${trainee.traineeId}`)).text)).toContain('云运维工程师');
    const ending = /\/office\/placements\/[^"]+\/ending/.exec(page.text)![0];
    const early = await browser.post(ending, { endedOn: '2026-2-1' }, ending);
    expect(wordsOf(early.text)).toContain('离职日期不能早于入职日期');
    expect(wordsOf((await browser.submit(ending, { endedOn: '2026-2-28' }, ending)).text)).toContain('已离职');
    expect((await browser.post(ending, { endedOn: '2026-2-28' })).status).toBe(422);
  });

  test('an employer is changed; unknown ones give 404; other roles have no access', async () => {
    const browser = await signedIn(academy, 'coordinator', 'en');
    const employer = await anEmployer();
    const changed = await browser.submit(
      employer.path,
      { name: `改名 ${made}`, kind: 'partner', nameEn: 'Renamed Ltd' },
      `${employer.path}/edit`,
    );
    expect(wordsOf(changed.text)).toContain('Renamed Ltd');
    expect((await browser.get('/office/employers/01961b7e-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await browser.get('/office/placements/x/ending')).status).toBe(404);
    expect((await (await signedIn(academy, 'trainee')).get('/office/employers')).status).toBe(403);
  });
});
