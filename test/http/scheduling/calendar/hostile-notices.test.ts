import { TestAcademy } from '../../../support/app.js';
import { measureEventLoop } from '../../../support/event-loop.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';

const notice = (name: string, papers: readonly string[] = []): string =>
  JSON.stringify({ year: 2027, papers, days: [{ name, date: '2027-01-01', isOffDay: true }] });

describe('a hostile holiday file', () => {
  let academy: TestAcademy;
  let office: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    office = await signedIn(academy, 'administrator');
  });
  afterAll(() => academy.close());

  const compare = (text: string): Promise<Answer> =>
    office.upload(
      '/office/calendar/differences',
      {},
      { field: 'notice', name: '2027.json', type: 'application/json', bytes: Buffer.from(text) },
    );
  const load = (text: string): Promise<Answer> => office.post('/office/calendar/notices', { notice: text, seen: '' });

  it.each([
    ['NUL', '元\u0000旦'],
    ['half a character', '元\ud83d旦'],
  ])('is refused in words where a name holds %s', async (_, name) => {
    for (const way of [compare, load]) {
      const { status, text } = await way(notice(name));
      expect([status, wordsOf(text).includes('days[0].name 应是节日名称')]).toEqual([422, true]);
    }
  });

  it('is shown without an address that contains NUL, which databases reject', async () => {
    const page = await compare(notice('元旦', ['https://a.example/\u0000', 'https://a.example/paper']));
    expect([page.status, page.text.includes('u0000')]).toEqual([200, false]);
    expect(page.text).toContain('a.example/paper');
  });

  it('does not block the server with excessive keys and values', async () => {
    const text = `{"year":2027,"${'k'.repeat(50_000)}":[${'1,'.repeat(20_000)}1],"days":[]}`;
    for (const way of [compare, load]) {
      const { result, longestBlockMs } = await measureEventLoop(() => way(text));
      expect([result.status, wordsOf(result.text).includes('有一个名称超过 100 个字符')]).toEqual([422, true]);
      expect(longestBlockMs).toBeLessThan(1_000);
    }
  });
});
