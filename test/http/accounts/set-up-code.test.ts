import { FoundAcademy } from '../../../src/accounts/index.js';
import { createApp } from '../../../src/start/app.js';
import { makeLogger } from '../../../src/platform/index.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { WebClient } from '../../support/web-client.js';

type App = Awaited<ReturnType<typeof createApp>>;

describe('two processes that start at once without an academy', () => {
  let academy: TestAcademy;
  let second: App;
  beforeEach(async () => {
    academy = await TestAcademy.open({ founded: false });
    second = await createApp({
      config: academy.config,
      logger: makeLogger({ ...academy.config, logLevel: 'silent' }),
      clock: academy.clock,
    });
  });
  afterEach(async () => {
    await second.close();
    await academy.close();
  });

  const announced = (app: App) => app.get(FoundAcademy).announce('http://academy.example');
  const setUp = async (app: App, code: string) => {
    const client = new WebClient(app, 'zh-CN');
    const typed = {
      code,
      nameZh: '泉城学院',
      nameEn: 'Spring Academy',
      administratorName: FOUNDER.name,
      email: FOUNDER.email,
      password: FOUNDER.password,
    };
    return client.post('/setup', typed, '/setup');
  };

  it('print the same set-up code, and accept it from each other', async () => {
    const codes = await Promise.all([announced(academy.app), announced(second)]);
    expect(codes[0]).toMatch(/^[A-HJ-NP-Z2-9]{10}$/);
    expect(codes[1]).toBe(codes[0]);
    expect((await setUp(second, 'AAAAAAAAAA')).status).toBe(422);
    expect((await setUp(second, codes[0]!)).status).toBe(303);
    expect(await Promise.all([announced(academy.app), announced(second)])).toEqual([null, null]);
  });

  it('accept the code printed by the other, also after a restart, but only once', async () => {
    const code = (await announced(second))!;
    await academy.restart();
    await setUp(academy.app, code);
    for (const app of [academy.app, second]) {
      const outcome = await app.get(FoundAcademy).execute(
        {
          code,
          nameZh: '别的学院',
          nameEn: 'Another',
          administratorName: '甲',
          email: 'other@academy.example',
          password: FOUNDER.password,
          language: 'zh-CN',
        },
        '127.0.0.1',
      );
      expect(outcome).toMatchObject({ reasons: [{ code: 'academyStands' }] });
    }
  });

  it('print another code than an academy with another master key', async () => {
    const other = await TestAcademy.open({ founded: false });
    try {
      expect(await announced(other.app)).not.toBe(await announced(academy.app));
    } finally {
      await other.close();
    }
  });
});
