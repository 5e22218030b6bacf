/** @database SQLite: the headers of answers. */
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';

describe('the headers of every answer', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('have a policy that allows only the academy’s own scripts and styles', async () => {
    const policy = String((await academy.client().get('/sign-in')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each(['/', '/nowhere', '/healthz'])('forbid sniffing, framing and referrers, at %s', async (path) => {
    const { headers } = await academy.client().get(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'same-origin',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{12}$/);
  });

  it('require https only if pages are served over it', async () => {
    expect((await academy.client().get('/')).headers['strict-transport-security']).toBeUndefined();
    const secure = await TestAcademy.open({ publicUrl: 'https://academy.example' });
    try {
      expect((await secure.client().get('/')).headers['strict-transport-security']).toContain('max-age');
      expect(String((await secure.client().get('/sign-in')).headers['set-cookie'])).toMatch(/csrf=[^;]+;.*Secure/i);
    } finally {
      await secure.close();
    }
  });

  it('forbid caching a person’s page', async () => {
    const client = await signedIn(academy, 'administrator');
    expect((await client.get('/my/account')).headers['cache-control']).toContain('private');
  });

  it('set no cookie for a visitor who only reads', async () => {
    expect((await academy.client().get('/courses')).headers['set-cookie']).toBeUndefined();
  });
});

describe('style sheets, scripts and icons', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('are cached for ever, and compressed', async () => {
    const { text } = await academy.client().get('/sign-in');
    const style = /href="(\/assets\/app\.[0-9a-f]+\.css)"/.exec(text)?.[1] ?? '';
    const plain = await academy.client().get(style);
    const small = await academy.client().get(style, { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.bytes.length).toBeLessThan(plain.bytes.length / 3);
  });

  it('are served at the addresses that the page prints', async () => {
    const { text } = await academy.client().get('/sign-in');
    const urls = [...new Set([...text.matchAll(/(?:href|src)="(\/(?:assets|favicon)[^"#]*)/g)].map(([, url]) => url!))];
    expect(urls.length).toBeGreaterThan(2);
    for (const url of urls) expect([url, (await academy.client().get(url)).status]).toEqual([url, 200]);
  });

  it('have at most 60 KB together with the home page on a first visit', async () => {
    const page = await academy.client().get('/');
    const urls = [...new Set([...page.text.matchAll(/(?:href|src)="(\/assets[^"#]*)/g)].map(([, url]) => url!))];
    const parts = await Promise.all(urls.map((url) => academy.client().get(url, { 'accept-encoding': 'br' })));
    expect(parts.reduce((sum, { bytes }) => sum + bytes.length, page.bytes.length)).toBeLessThan(60 * 1024);
  });
});
