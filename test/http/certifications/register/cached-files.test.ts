/** @database SQLite: what caches are told by headers. */
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';

describe('a cache between a certificate and who looks at it', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  const { one, revoke } = certificateSteps(() => academy);

  it.each(['svg', 'pdf'])('asks each time whether the %s that is drawn has changed', async (kind) => {
    const { row } = await one('王芳', 'Wang Fang');
    const path = `/c/${row.token}.${kind}`;
    const first = await academy.client().get(path);
    const tag = String(first.headers['etag']);
    expect([first.headers['cache-control'], tag]).toEqual([
      'public, no-cache',
      expect.stringMatching(/^W\/"[\w-]{43}"$/),
    ]);
    const known = { 'if-none-match': `"other", ${tag}`, 'accept-encoding': 'gzip' };
    const again = await academy.client().get(path, known);
    expect([again.status, again.bytes.length, again.headers['etag']]).toEqual([304, 0, tag]);
    await revoke(row);
    const stamped = await academy.client().get(path, known);
    expect(stamped.status).toBe(200);
    expect(stamped.headers['etag']).not.toBe(tag);
  });
});
