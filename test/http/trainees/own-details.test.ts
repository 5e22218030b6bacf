import { TestAcademy } from '../../support/app.js';
import { aTrainee } from '../../builders/trainees.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { seenIn } from '../certifications/certificate-steps.js';
import { graduates } from '../certifications/graduates.js';

describe('a trainee’s own details', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  test('are read and changed by their owner only', async () => {
    const browser = await signedIn(academy, await aTrainee(academy));
    const page = await browser.submit(
      '/my/profile',
      { name: '何 平', phone: '(0531) 8812 3456', education: 'college', bornOn: '1995.12.1' },
      '/my/profile',
    );
    expect(page.text).toContain('value="何平"');
    expect(page.text).toContain('value="0531-88123456"');
    const refused = await browser.post('/my/profile', { name: '何平', phone: '88' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="88"');
    expect((await (await signedIn(academy, 'instructor')).get('/my/profile')).status).toBe(403);
    expect((await academy.client().get('/my/profile')).location).toContain('/sign-in?next=');
  });

  test('include a name that only the academy changes once a certificate prints it; the rest can be changed', async () => {
    const { cohort, trainees } = await graduates(academy, { names: [{ name: '高远', latinName: 'Gao Yuan' }] });
    const coordinator = await signedIn(academy, 'coordinator');
    const issuing = `/office/cohorts/${cohort.code}/certificates`;
    const seen = seenIn((await coordinator.get(issuing)).text);
    await coordinator.submit(issuing, { seen }, issuing);
    const browser = await signedIn(academy, trainees[0]!);
    expect(wordsOf((await browser.get('/my/profile')).text)).toContain('姓名已印在 1 张证书上');
    const refused = await browser.post('/my/profile', { name: '高远大', latinName: 'Gao Yuan' });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('请带身份证件联系学院更改');
    expect((await browser.post('/my/profile', { name: '高远', latinName: 'Gao Yuan', workplace: '浪潮' })).status).toBe(
      303,
    );
    const page = await coordinator.get(`/office/trainees/${trainees[0]!.traineeId}`);
    for (const said of ['浪潮', '云计算管理员', '有效', '结业']) expect(wordsOf(page.text)).toContain(said);
  });
});
