import { TestAcademy } from '../../support/app.js';
import { wordsOf } from '../../support/web-client.js';

describe('when the database fails', () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  });
  afterEach(() => academy.close());

  it('the process is up and ready before', async () => {
    const client = academy.client();
    expect((await client.get('/healthz')).text).toBe('{"status":"ok"}');
    expect((await client.get('/readyz')).status).toBe(200);
  });

  it('an error page shows a reference that is in the log, and never a stack', async () => {
    await academy.connections.write.query('ALTER TABLE web_session RENAME TO web_session_gone');
    const client = academy.client();
    client.setCookie('session', 'anything');
    const answer = await client.get('/courses');
    expect(answer.status).toBe(500);
    const [log] = academy.takeErrors();
    const { reqId, err } = JSON.parse(log ?? '{}') as { reqId: string; err: { stack: string } };
    expect(err.stack).toContain('web_session');
    expect(reqId).toMatch(/^[0-9a-f]{12}$/);
    expect(answer.text).toContain(reqId);
    expect(answer.text).not.toMatch(/web_session|node_modules|\bat \w+ \(/);
  });
});

describe('before the first-run page is filled in', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open({ founded: false });
  });
  afterAll(() => academy.close());

  it('every page redirects there, except health', async () => {
    const client = academy.client();
    expect((await client.get('/')).location).toBe('/setup');
    expect((await client.get('/healthz')).status).toBe(200);
    expect((await client.get('/readyz')).status).toBe(200);
    expect(wordsOf((await client.get('/setup')).text)).toContain('启动码');
  });
});
