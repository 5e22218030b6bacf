import { loggedPath, withoutSecrets } from '../../src/platform/secret-addresses.js';
import { ACCESS_MATRIX } from './access-matrix.js';

const SECRET = 'AbCdEfGhIjKlMnOp-rStUvWxYz_';
/** Names of parameters that hold what works for anybody who knows it; a calendar is a file. */
const PARAMETER = /:(?:token|secret)|(?<=^\/calendar\/):file/;
/** Printed on certificates. */
const isPublic = (path: string): boolean => path.startsWith('/c/');

const paths = [...new Set([...ACCESS_MATRIX.keys()].map((route) => route.split(' ')[1] ?? ''))].filter((path) =>
  PARAMETER.test(path),
);
const secretPaths = paths.filter((path) => !isPublic(path)).map((path) => path.replace(PARAMETER, SECRET));

describe('addresses that work for anybody who knows them', () => {
  it('are those of accounts, calendars, answers by email and shared certificates', () => {
    expect([...new Set(secretPaths.map((path) => path.slice(1, path.indexOf(SECRET) - 1)))].sort()).toEqual([
      'calendar',
      'email-change',
      'email-verification',
      'password-reset',
      's',
      'teaching/answers',
    ]);
  });

  it.each(secretPaths)('are hidden in the log of requests and in emails: %s', (path) => {
    for (const address of [path, `${path}?next=/`, path.replace('-', '%2D'), path.replace('A', '%41')])
      expect(loggedPath(address)).not.toMatch(/bCdEfGh/);
    expect(withoutSecrets(`https://academy.example${path} `)).not.toMatch(/bCdEfGh/);
  });

  it.each([`/c/${SECRET}`, '/office/outbox/0123456789abcdef01', '/s', '/a%', '/assets/%E7%8E%8B.css', '//'])(
    'do not include others, which the log shows as they were requested: %s',
    (path) => expect(loggedPath(`${path}?x=/s/${SECRET}`)).toBe(path),
  );
});
