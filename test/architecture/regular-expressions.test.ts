import { ESLint, Linter } from 'eslint';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/platform/index.js';

/**
 * Whether `npm run lint` accepts an expression in a file; uses the real configuration, so that a removed rule is
 * noticed.
 */
async function faultsOf(code: string, path: string): Promise<string[]> {
  const config = (await new ESLint({ cwd: PACKAGE_ROOT }).calculateConfigForFile(
    join(PACKAGE_ROOT, path),
  )) as Linter.Config;
  const judged = Object.entries(config.rules ?? {}).filter(
    ([name]) => name.startsWith('regexp/') || name === 'no-restricted-syntax',
  );
  const found = new Linter().verify(
    code,
    { plugins: config.plugins ?? {}, rules: Object.fromEntries(judged) },
    { filename: 'planted.js' },
  );
  return found.map(({ ruleId, message }) => ruleId ?? message);
}

const PLACES = [
  'src/courses/domain/planted.ts',
  'src/platform/http/planted.ts',
  'src/command-line.ts',
  'db/seeds/reference/planted.ts',
];

describe('regular expressions that need more than linear time', () => {
  it.each([
    ['a split at spaces around a sign', 'text.split(/\\s*;\\s*/)'],
    ['spaces before an end', "text.replace(/\\s+$/, '')"],
    ['brackets by a lazy dot', "text.replace(/\\(.*?\\)/g, '')"],
    ['dots between spaces', "text.replace(/\\s*[·•]\\s*/gu, '·')"],
    ['a repeated repetition', '/^(a+)+$/.test(text)'],
    ['alternatives that overlap', '/^(?:a|\\w)*$/.test(text)'],
    ['two runs of the same', '/^\\d+\\d+$/.test(text)'],
    ['a run looked back at', '/(?<=a\\p{M}*)\\p{M}/gu.test(text)'],
    ['all behind a sign', "text.replace(/#.*$/, '')"],
    ['one that is put together', 'new RegExp(`^${text}$`)'],
    ['one that is put together by a call', 'RegExp(text)'],
  ])('are refused: %s', async (_, code) => {
    for (const path of PLACES) expect([path, await faultsOf(code, path)]).not.toEqual([path, []]);
  });

  it.each([
    ['a split at a sign', "text.split(';').map((one) => one.trim())"],
    ['brackets without brackets in them', "text.replace(/\\([^()]*\\)/g, '')"],
    ['a run of spaces', "text.replace(/\\s+/g, ' ')"],
    ['a bounded run', '/^[a-z]{1,60}$/.test(text)'],
    ['a run that nothing must follow', "text.replace(/[^\\w.-]+/g, '_')"],
  ])('are accepted: %s', async (_, code) => {
    for (const path of PLACES) expect([path, await faultsOf(code, path)]).toEqual([path, []]);
  });
});
