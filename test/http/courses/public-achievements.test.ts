import { Achievement, AddAchievement } from '../../../src/courses/index.js';
import { done } from '../../builders/cohorts.js';
import { TestAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { graduates } from '../certifications/graduates.js';
import { certificateSteps } from '../certifications/certificate-steps.js';

describe('the public page of an achievement', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  const { issue, certificatesOf } = certificateSteps(() => academy);

  it('opens without sign-in at the address in the credential, even after the achievement is retired', async () => {
    const scenario = await graduates(academy, { names: [{ name: '王芳' }] });
    await issue(scenario);
    const [{ token } = { token: '' }] = await certificatesOf(scenario);
    const visitor = academy.client();
    const credential = JSON.parse((await visitor.get(`/c/${token}.json`)).text) as {
      credentialSubject: { achievement: { id: string; humanCode: string; criteria: { narrative: string } } };
    };
    const { id, humanCode, criteria } = credential.credentialSubject.achievement;
    const page = await visitor.get(new URL(id).pathname);
    expect(page.status).toBe(200);
    expect(wordsOf(page.text)).toContain(criteria.narrative.split(' / ')[0]);
    expect(wordsOf(page.text)).not.toContain('不再颁发');
    expect((await visitor.get(`/c/${token}`)).text).toContain(`href="/achievements/${humanCode}"`);
    await academy.write(async (tx) => {
      tx.withoutAudit('retired behind everybody’s back: its courses are still in use');
      await tx.of(Achievement).update({ code: humanCode }, { retiredAt: tx.now });
    });
    expect(wordsOf((await visitor.get(new URL(id).pathname)).text)).toContain('不再颁发');
  });

  it('gives 404 for an unknown code, and for the picture of an achievement without one', async () => {
    const made = done(
      await academy.app.get(AddAchievement).execute(await person(academy, 'administrator'), 'PUB-1', {
        nameZh: '公开项目',
        nameEn: 'Public',
        criteriaZh: '出勤',
        criteriaEn: 'Attendance',
        skills: [],
        level: null,
        picture: null,
        validMonths: null,
        validUntil: null,
      }),
    );
    const visitor = academy.client();
    expect((await visitor.get('/achievements/NOBODY')).status).toBe(404);
    expect((await visitor.get(`/achievements/${made.code}/picture`)).status).toBe(404);
    expect((await visitor.get('/achievements/pub-1')).status).toBe(200);
  });
});
