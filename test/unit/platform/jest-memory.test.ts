import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGE_ROOT } from '../../../src/platform/index.js';
import { runJest } from '../../support/jest/run-jest.mjs';

/** Leaves a port open, and records whether the worker still holds the closures of the previous file. */
const LEAVES_A_PORT_OPEN = (log: string): string => `import { appendFileSync } from 'node:fs';
  import { setFlagsFromString } from 'node:v8';
  import { runInNewContext } from 'node:vm';
  describe('of', () => {
    let product;
    beforeAll(() => { new MessageChannel().port1.ref(); product = { large: true }; });
    it('a', async () => {
      setFlagsFromString('--expose-gc');
      await new Promise((resolve) => setTimeout(resolve, 10));
      runInNewContext('gc')();
      const before = globalThis.before;
      appendFileSync(${JSON.stringify(log)}, before === undefined ? 'first ' : before.deref() ? 'held ' : 'let go ');
      globalThis.before = new WeakRef(product);
    });
  });`;

/** Otherwise each product of some two hundred files would stay in its worker's memory and slow the rest down. */
it('releases the closures of a test file before the next file runs', async () => {
  const root = await mkdtemp(join(tmpdir(), 'planted-'));
  try {
    const log = join(root, 'log');
    await mkdir(join(root, 'test'));
    await writeFile(
      join(root, 'jest.config.mjs'),
      `export { default } from ${JSON.stringify(pathToFileURL(join(PACKAGE_ROOT, 'jest.config.mjs')).href)};`,
    );
    const files = ['test/a.test.ts', 'test/b.test.ts', 'test/c.test.ts'];
    for (const file of files) await writeFile(join(root, file), LEAVES_A_PORT_OPEN(log));
    const env = { ...process.env, NODE_OPTIONS: '', TEST_DATABASE_URL: '' };
    const results = await runJest(files, { root, env, options: ['--maxWorkers=1'], stderr: 'ignore' });
    expect(results.map(({ passed, failed }) => [passed, failed])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(await readFile(log, 'utf8')).toBe('first let go let go ');
  } finally {
    await rm(root, { recursive: true });
  }
}, 60_000);
