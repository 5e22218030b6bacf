/** @database SQLite: which language a request asks for. */
import { TestAcademy } from '../../support/app.js';

const languageOf = (html: string): string => /<html[^>]* lang="([^"]+)"/.exec(html)?.[1] ?? '';

describe('the language of a page', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it.each([
    ['asks for nothing', null, 'zh-CN'],
    ['asks for neither', 'fr-FR, de;q=0.8', 'zh-CN'],
    ['asks for English', 'en-GB,en;q=0.9', 'en'],
    ['asks for Chinese', 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['would rather read English', 'zh;q=0.4, en;q=0.9', 'en'],
    ['takes anything but English', 'fr, en;q=0', 'zh-CN'],
  ])('for a browser that %s', async (_, asked, language) => {
    const answer = await academy.client(asked).get('/sign-in');
    expect(languageOf(answer.text)).toBe(language);
    expect(answer.headers['content-language']).toBe(language);
    expect(answer.headers['vary']).toContain('accept-language');
  });

  it('is chosen with a link, remembered, and returns to the page', async () => {
    const client = academy.client('zh-CN');
    const answer = await client.get('/language/en?back=/courses%3Fq%3Dazure');
    expect([answer.status, answer.location]).toEqual([303, '/courses?q=azure']);
    expect(languageOf((await client.get('/sign-in')).text)).toBe('en');
    await client.get('/language/zh-CN');
    expect(languageOf((await client.get('/sign-in')).text)).toBe('zh-CN');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (back) => {
      expect((await academy.client().get(`/language/en?back=${encodeURIComponent(back)}`)).location).toBe('/');
    },
  );

  it('can be switched on every page, to the same page', async () => {
    const { text } = await academy.client().get('/sign-in?next=/my/training');
    expect(text).toMatch(/href="\/language\/en\?back=[^"]*sign-in/);
  });
});
