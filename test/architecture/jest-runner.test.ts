import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGE_ROOT } from '../../src/platform/index.js';
import { type FileResult, runJest } from '../support/jest/run-jest.mjs';

type TestCounts = Pick<FileResult, 'passed' | 'failed' | 'pending'>;

interface Planted {
  readonly fault: string;
  readonly source: string;
  readonly counts: Partial<TestCounts>;
  /** What the report must contain for this file. */
  readonly reports?: readonly string[];
}

/** Faults that a test run must notice, each in a file of its own. */
const PLANTED: readonly Planted[] = [
  {
    fault: 'nothing',
    source: `const one: number = 1; it('passes', () => { expect(one).toBe(1); });`,
    counts: { passed: 1 },
  },
  {
    fault: 'an expectation that is not met',
    source: `it.each([[1], [2]])('%i', (n) => { expect(n).toBe(1); });`,
    counts: { passed: 1, failed: 1 },
    reports: ['Received: 2'],
  },
  {
    fault: 'a rejected promise',
    source: `it('a', async () => { await Promise.reject(new Error('planted')); });`,
    counts: { failed: 1 },
    reports: ['planted'],
  },
  {
    fault: 'a rejection that nobody handles',
    source: `it('first', () => { void Promise.reject(new Error('planted')); }); describe('later', () => { it('b', () => undefined); });`,
    counts: { passed: 2, failed: 1 },
    reports: ['outside of the tests', 'planted'],
  },
  {
    fault: 'a throw in a timer',
    source: `it('a', async () => { setTimeout(() => { throw new Error('planted'); }, 1); await new Promise((resolve) => setTimeout(resolve, 30)); });`,
    counts: { failed: 1 },
    reports: ['planted'],
  },
  {
    fault: 'a text that is thrown',
    source: `it('a', () => { throw 'planted'; });`,
    counts: { failed: 1 },
    reports: ['planted'],
  },
  {
    fault: 'a test that hangs',
    source: `it('hangs', async () => { await new Promise(() => undefined); }, 50);`,
    counts: { failed: 1 },
    reports: ['hangs', 'timeout of 50 ms'],
  },
  {
    fault: 'a test that hangs, without a limit of its own',
    source: `it('hangs', async () => { await new Promise(() => undefined); });`,
    counts: { failed: 1 },
    reports: ['hangs', 'timeout of 2000 ms'],
  },
  {
    fault: 'a beforeAll that fails',
    source: `describe('of', () => { beforeAll(() => { throw new Error('planted'); }); it('a', () => undefined); describe('in', () => { it('b', () => undefined); }); }); it('c', () => undefined);`,
    counts: { passed: 1, failed: 2 },
    reports: ['planted'],
  },
  {
    fault: 'a beforeEach that hangs',
    source: `beforeEach(() => new Promise(() => undefined), 50); it('a', () => undefined);`,
    counts: { failed: 1 },
    reports: ['timeout of 50 ms for a hook'],
  },
  {
    fault: 'an afterAll that fails',
    source: `describe('of', () => { afterAll(() => { throw new Error('planted'); }); it('a', () => undefined); });`,
    counts: { passed: 1, failed: 1 },
    reports: ['planted'],
  },
  {
    fault: 'a skipped test',
    source: `it.skip('a', () => undefined); it('b', () => undefined);`,
    counts: { passed: 1, pending: 1 },
  },
  {
    fault: 'a test run alone',
    source: `it.only('a', () => undefined); it('b', () => undefined);`,
    counts: { passed: 1, pending: 1 },
  },
  {
    fault: 'a process that ends',
    source: `it('a', () => { process.exit(0); });`,
    counts: { failed: 1 },
    reports: ['exitCode'],
  },
  {
    fault: 'a process that ends with an error',
    source: `it('a', () => { process.exit(3); });`,
    counts: { failed: 1 },
    reports: ['exitCode'],
  },
  {
    fault: 'a process that is killed',
    source: `it('a', () => { process.kill(process.pid, 'SIGKILL'); });`,
    counts: { failed: 1 },
    reports: ['exitCode'],
  },
  {
    fault: 'a file that cannot be read',
    source: `import './nowhere.js';`,
    counts: { failed: 1 },
    reports: ['nowhere'],
  },
  {
    fault: 'a file without tests',
    source: 'export const none = 1;',
    counts: { failed: 1 },
    reports: ['at least one test'],
  },
];

/** Appends the name of each test to a file as it runs. */
const ORDERED = (log: string): string => `import { appendFileSync } from 'node:fs';
  const note = (name) => () => appendFileSync(${JSON.stringify(log)}, name);
  for (const name of 'abcd') it(name, note(name));
  describe('in', () => { for (const name of 'efgh') it(name, note(name)); });`;

describe('the test run', () => {
  let root: string;
  let printed: string[] = [];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'planted-'));
    await mkdir(join(root, 'test'));
    // The same settings with another root folder.
    await writeFile(
      join(root, 'jest.config.mjs'),
      `export { default } from ${JSON.stringify(pathToFileURL(join(PACKAGE_ROOT, 'jest.config.mjs')).href)};`,
    );
  });
  afterAll(() => rm(root, { recursive: true }));

  async function run(paths: readonly string[], ...options: readonly string[]): Promise<Map<string, TestCounts>> {
    printed = [];
    const env = { ...process.env, NODE_OPTIONS: '', TEST_DATABASE_URL: '' };
    const results = await runJest(paths, { root, env, options, stderr: 'ignore', print: (text) => printed.push(text) });
    return new Map(results.map(({ file, passed, failed, pending }) => [file, { passed, failed, pending }]));
  }

  it('reports each planted fault by name, counts it, and continues with the next file', async () => {
    const files = PLANTED.map((_, at) => `test/${at}.test.ts`);
    for (const [at, { source }] of PLANTED.entries()) await writeFile(join(root, files[at]!), source);
    const results = await run(files, '--testTimeout=2000');
    for (const [at, { fault, counts, reports = [] }] of PLANTED.entries()) {
      expect([fault, results.get(files[at]!)]).toEqual([fault, { passed: 0, failed: 0, pending: 0, ...counts }]);
      const report = printed.filter((text) => text.startsWith(`FAILED ${files[at]}\n`)).join('');
      expect([fault, report !== '']).toEqual([fault, (counts.failed ?? 0) > 0]);
      for (const words of reports) expect([fault, report]).toEqual([fault, expect.stringContaining(words)]);
    }
  }, 120_000);

  it('shuffles the tests of a file and its blocks, in the same order for the same seed', async () => {
    const orders: string[] = [];
    for (const [at, seed] of [1, 2, 2].entries()) {
      const log = join(root, `order-${at}`);
      await writeFile(join(root, 'test/order.test.ts'), ORDERED(log));
      expect(await run(['test/order.test.ts'], `--seed=${seed}`)).toEqual(
        new Map([['test/order.test.ts', { passed: 8, failed: 0, pending: 0 }]]),
      );
      orders.push(await readFile(log, 'utf8'));
    }
    const [first, second, again] = orders;
    expect([...first!].sort().join('')).toBe('abcdefgh');
    expect(second).not.toBe(first);
    expect(again).toBe(second);
  }, 120_000);

  it('counts each file as failed if Jest cannot even start', async () => {
    expect(await run(['test/a.test.ts', 'test/b.test.ts'], '--no-such-option', '--testRunner=nowhere')).toEqual(
      new Map([
        ['test/a.test.ts', { passed: 0, failed: 1, pending: 0 }],
        ['test/b.test.ts', { passed: 0, failed: 1, pending: 0 }],
      ]),
    );
  }, 60_000);
});
