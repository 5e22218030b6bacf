/** @database SQLite: requests that are refused before any query. */
import { anEmployer } from '../../builders/employers.js';
import { TestAcademy } from '../../support/app.js';
import { type Answer, wordsOf } from '../../support/web-client.js';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
/** 王芳 */
const GBK = Buffer.from([0xcd, 0xf5, 0xb7, 0xbc]);
const around = (before: string, after: string, text = GBK): Buffer =>
  Buffer.concat([Buffer.from(before), text, Buffer.from(after)]);
const QUESTION = ['{"purpose":"x","number":"A","name":"', '"}'] as const;
const PART = ['--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n', '\r\n--x--\r\n'] as const;

describe('a body in another encoding than UTF-8', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const send = (path: string, type: string, payload: Buffer | string, language: 'zh-CN' | 'en' = 'zh-CN') =>
    academy.client(language).request({ method: 'POST', path, headers: { 'content-type': type }, payload });
  const statusOf = async (answer: Promise<Answer>): Promise<number> => (await answer).status;

  it.each<[string, string, string, Buffer | string]>([
    ['JSON in GBK', '/verify', JSON_TYPE, around(...QUESTION)],
    ['JSON in Latin-1', '/verify', JSON_TYPE, around(...QUESTION, Buffer.from('Müller', 'latin1'))],
    ['JSON that ends within a character', '/verify', JSON_TYPE, around('"', '', Buffer.from([0xe7, 0x8e]))],
    ['a form in GBK', '/verify', FORM, around('number=A&name=', '')],
    ['a form with escapes of GBK', '/verify', FORM, 'number=A&name=%CD%F5%B7%BC'],
    ['a form with half an escape', '/verify', FORM, 'number=A&name=%E7%8E%8B%E'],
    ['a form with a broken escape', '/verify', FORM, 'number=A&name=%zz%E7%8E%8B'],
    ['a text of a form with files', '/verify/file', 'multipart/form-data; boundary=x', around(...PART)],
    [
      'a name in a form with files',
      '/verify/file',
      'multipart/form-data; boundary=x',
      around('--x\r\nContent-Disposition: form-data; name="', '"\r\n\r\na\r\n--x--\r\n'),
    ],
  ])('gets 400: %s', async (_, path, type, payload) => {
    expect(await statusOf(send(path, type, payload))).toBe(400);
  });

  it.each(['charset=GBK', 'charset="gb18030"', 'charset=utf-16', 'Charset = iso-8859-1'])(
    'gets 415 with %s',
    async (one) => {
      for (const type of [JSON_TYPE, FORM, 'text/plain'])
        expect(await statusOf(send('/verify', `${type}; ${one}`, type === FORM ? 'a=b' : '{"a":"b"}'))).toBe(415);
    },
  );

  it('gets 400 as a request of a program, and nothing is answered', async () => {
    const { key } = await anEmployer(academy);
    const ask = (payload: Buffer, type: string): Promise<Answer> =>
      academy.client(null).request({
        method: 'POST',
        path: '/api/v1/verifications',
        headers: { accept: JSON_TYPE, 'content-type': type, authorization: `Bearer ${key}` },
        payload,
      });
    expect(await statusOf(ask(around(...QUESTION), JSON_TYPE))).toBe(400);
    expect(await statusOf(ask(around(...QUESTION), `${JSON_TYPE}; charset=GBK`))).toBe(415);
    expect(await statusOf(ask(around(...QUESTION, Buffer.from('\ufffd\ufffd')), JSON_TYPE))).toBe(422);
    expect(await statusOf(ask(around(...QUESTION, Buffer.from('王芳')), JSON_TYPE))).toBe(200);
  });

  it('gets a page in the person’s language', async () => {
    const page = async (language: 'zh-CN' | 'en'): Promise<string> =>
      wordsOf((await send('/verify', FORM, 'name=%CD%F5', language)).text);
    expect(await page('zh-CN')).toContain('无法处理这个请求');
    expect(await page('en')).toContain('could not be read');
  });

  it('is none if its characters arrive in pieces, escaped or declared as UTF-8', async () => {
    for (const [type, payload] of [
      [`${JSON_TYPE}; charset=UTF-8`, '{"name":"王芳"}'],
      [`${JSON_TYPE}; charset="utf-8"`, '{"name":"\\u738b"}'],
      [FORM, `name=${encodeURIComponent('王芳100%')}+x`],
      [FORM, 'name=王芳'],
    ] as const)
      expect(await statusOf(send('/verify', type, payload))).toBe(403);
  });
});
