import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { secondFactorStage } from '../../http/accounts/second-factor-stage.js';

describe(`one code in several browsers at the same time, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const stage = secondFactorStage(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('of the app opens one session', async () => {
    const owner = await stage.somebody();
    await stage.enrol(owner);
    const browsers = await Promise.all(Array.from({ length: 6 }, () => stage.halfIn(owner)));
    const code = await stage.code(owner);
    const answers = await Promise.all(browsers.map((one) => one.post('/sign-in/code', { code }, '/sign-in/code')));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422, 422]);
    const open = await Promise.all(browsers.map((one) => stage.isIn(one)));
    expect(open.filter(Boolean)).toHaveLength(1);
  });

  it('of recovery opens one session', async () => {
    const owner = await stage.somebody();
    const [recoveryCode = ''] = await stage.enrol(owner);
    const browsers = await Promise.all(Array.from({ length: 6 }, () => stage.halfIn(owner)));
    const answers = await Promise.all(
      browsers.map((one) => one.post('/sign-in/recovery-code', { recoveryCode }, '/sign-in/recovery-code')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422, 422]);
  });
});
