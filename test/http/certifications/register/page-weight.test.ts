/** @database SQLite: how many bytes a page takes. */
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';

const MOST = 60 * 1024;

/** What a phone without cache receives, all requests together. */
describe('the page that the QR code opens', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);

  it.each(['zh-CN', 'en'])('weighs less than 60 KB in all, in %s, and asks nobody else', async (language) => {
    const { row } = await one('王芳', 'Wang Fang');
    const client = academy.client(language);
    const page = await client.get(`/c/${row.token}`);
    const asked = new Set(
      [...page.text.matchAll(/(?:src|href)="([^"#]+)[^"]*"/g)]
        .map(([, url]) => url!)
        .filter((url) => /\/assets\/|\.svg$/.test(url)),
    );
    const parts = await Promise.all(
      [...asked].map(
        async (url) => [url, (await client.get(url, { 'accept-encoding': 'gzip, br' })).bytes.length] as const,
      ),
    );
    const weights = { page: page.bytes.length, ...Object.fromEntries(parts) };
    const whole = Object.values(weights).reduce((sum, one) => sum + one, 0);
    expect({ whole: whole <= MOST ? 'light' : whole, weights }).toMatchObject({ whole: 'light' });
    expect(page.text).not.toMatch(/(?:src|srcset)="https?:|url\(https?:/);
  });
});
