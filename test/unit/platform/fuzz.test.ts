import { fuzz, type FuzzAnswer } from '../../support/fuzz/fuzz.js';
import type { MadeRequest } from '../../support/fuzz/made-requests.js';

const PAGE =
  '<a href="/courses/ABC-1"></a><form method="post" action="/courses/ABC-1"><input type="hidden" name="_csrf" value="t&amp;"><input name="title" value="x"></form>';

describe('the fuzzer', () => {
  const run = async (
    answer: (request: MadeRequest) => Partial<FuzzAnswer> | Error,
  ): Promise<{ faults: readonly string[]; sent: readonly MadeRequest[] }> => {
    const sent: MadeRequest[] = [];
    const ask = (request: MadeRequest): Promise<FuzzAnswer> => {
      sent.push(request);
      const given = answer(request);
      return given instanceof Error
        ? Promise.reject(given)
        : Promise.resolve({ status: 200, headers: { 'content-type': 'text/html' }, text: PAGE, ...given });
    };
    const { faults } = await fuzz(300, {
      routes: ['GET /courses/:code', 'POST /courses/:code'],
      seed: 5,
      signIn: () => Promise.resolve('s'),
      request: ask,
    });
    return { faults, sent };
  };

  it('finds nothing in a correct product, and repeats the requests of a seed', async () => {
    const [first, second] = [await run(() => ({})), await run(() => ({}))];
    expect(first.faults).toEqual([]);
    expect(first.sent).toEqual(second.sent);
  });

  it('fills the forms that it found with their own fields, and follows links', async () => {
    const { sent } = await run(() => ({}));
    expect(sent.filter(({ path, body }) => path === '/courses/ABC-1' && body?.includes('_csrf=t%26'))).not.toEqual([]);
    expect(sent.filter(({ method, path }) => method === 'GET' && path === '/courses/ABC-1')).not.toEqual([]);
    expect(sent.filter(({ headers }) => headers['content-type']?.startsWith('multipart/'))).not.toEqual([]);
  });

  it.each([
    ['a fault of ours', { status: 500 }, '500'],
    ['a page that shows the inside', { text: 'Error\n at Object.x (/srv/node_modules/y.js:1:1)' }, 'shows'],
    ['a connection that ends', new Error('ECONNRESET'), 'ECONNRESET'],
  ])('finds %s', async (_, answer, said) => {
    const { faults } = await run(({ method }) => (method === 'POST' ? answer : {}));
    expect(faults).not.toEqual([]);
    expect(faults.every((fault) => fault.includes(said))).toBe(true);
  });
});
