import sql from 'sql-template-tag';
import { FoundAcademy } from '../../../src/accounts/index.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { type Answer, wordsOf } from '../../support/web-client.js';

const SENTENCE = {
  'zh-CN': '这个密码太容易猜：常见密码、连续或重复的字符、姓名、邮箱、手机号和学院名称都不行。',
  en: 'This password is too easy to guess: no common password, no runs or repetitions of characters,',
} as const;
const LANGUAGES = ['zh-CN', 'en'] as const;

describe('a guessable password', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const query = () => academy.app.get(ReadDatabase).query;
  const linkMailed = async (): Promise<string> => {
    const [email] = await query()<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message WHERE body LIKE '%/password-reset/%' ORDER BY id DESC LIMIT 1`);
    return /\/password-reset\/\S+/.exec(email!.body)![0];
  };
  /** Beside its field, and the password is not sent back. */
  const expectRefused = (answer: Answer, [field, password]: [string, string], language: 'zh-CN' | 'en' = 'zh-CN') => {
    expect(answer.status).toBe(422);
    const [, error] = new RegExp(`id="field-${field}-error"[^>]*>([\\s\\S]*?)</p>`).exec(answer.text)!;
    expect(wordsOf(error!)).toContain(SENTENCE[language]);
    expect(answer.text).not.toContain(`value="${password}"`);
  };

  it.each(LANGUAGES)('is refused at sign-up, and the rest of the form is kept (%s)', async (language) => {
    const typed = {
      name: '张伟',
      latinName: 'Zhang Wei',
      email: `zw-${language}@example.com`,
      consent: '1',
      next: '/courses',
    };
    for (const password of ['ZhangWei123', 'JinanITAcademy', 'woaini1314']) {
      const answer = await academy.client(language).post('/sign-up', { ...typed, password }, '/sign-up');
      expectRefused(answer, ['password', password], language);
      for (const value of [typed.name, typed.latinName, typed.email, typed.next])
        expect(answer.text).toContain(`value="${value}"`);
      expect(/<input[^>]*name="consent"[^>]*>/.exec(answer.text)![0]).toContain('checked');
    }
    expect(await query()(sql`SELECT id FROM account WHERE email = ${typed.email}`)).toEqual([]);
  });

  it('does not use up the sign-ups of a person', async () => {
    const typed = { name: '刘洋', email: 'liu.yang@example.com', consent: '1' };
    const signUp = (password: string) => academy.client().post('/sign-up', { ...typed, password }, '/sign-up');
    for (let times = 0; times < 6; times += 1) expect((await signUp('liuyang123')).status).toBe(422);
    expect((await signUp('the lake of Daming')).status).toBe(200);
  });

  it.each(LANGUAGES)('is refused on the account page, and the old one stays (%s)', async (language) => {
    const browser = academy.client(language);
    const { email, password: old } = FOUNDER;
    await browser.post('/sign-in', { email, password: old }, '/sign-in');
    for (const fresh of ['zhou.min@academy.example', '济南信息技术学院2026'])
      expectRefused(
        await browser.post('/my/account/password', { old, fresh }, '/my/account'),
        ['fresh', fresh],
        language,
      );
    const again = await academy.client().post('/sign-in', { email, password: old }, '/sign-in');
    expect(again.status).toBe(303);
  });

  it('is refused at a mailed link, which still sets another one', async () => {
    await academy.client().post('/password-reset', { email: FOUNDER.email }, '/password-reset');
    const link = await linkMailed();
    const browser = academy.client();
    expectRefused(await browser.post(link, { password: 'zhoumin2026' }, link), ['password', 'zhoumin2026']);
    expect((await browser.post(link, { password: FOUNDER.password }, link)).location).toBe('/sign-in');
  });
});

describe('a guessable password of the first administrator', () => {
  it('is refused, and the rest of the form is kept', async () => {
    const academy = await TestAcademy.open({ founded: false });
    const typed = {
      code: (await academy.app.get(FoundAcademy).announce('http://academy.example'))!,
      nameZh: '泉城学院',
      nameEn: 'Spring Academy',
      administratorName: FOUNDER.name,
      email: FOUNDER.email,
    };
    const setUp = (password: string) => academy.client().post('/setup', { ...typed, password }, '/setup');
    const answer = await setUp('springacademy1');
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain(SENTENCE['zh-CN']);
    for (const value of Object.values(typed)) expect(answer.text).toContain(`value="${value}"`);
    expect((await setUp(FOUNDER.password)).status).toBe(303);
    await academy.close();
  });
});
