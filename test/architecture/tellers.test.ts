import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Told, tellStories } from '../support/tellers.mjs';

/** What a teller has to notice, each in a file of its own. */
const PLANTED: readonly (readonly [fault: string, story: string, told: Told])[] = [
  ['nothing', `const one: number = 1; it('passes', () => { expect(one).toBe(1); });`, { passed: 1, failed: 0, pending: 0 }],
  ['an expectation that is not met', `it.each([[1], [2]])('%i', (n) => { expect(n).toBe(1); });`, { passed: 1, failed: 1, pending: 0 }],
  ['a promise that is refused', `it('a', async () => { await Promise.reject(new Error('planted')); });`, { passed: 0, failed: 1, pending: 0 }],
  ['one that nobody waits for', `it('a', () => { void Promise.reject(new Error('planted')); });`, { passed: 1, failed: 1, pending: 0 }],
  ['an error after a while', `it('a', async () => { setTimeout(() => { throw new Error('planted'); }, 1); await new Promise((go) => setTimeout(go, 30)); });`, { passed: 0, failed: 1, pending: 0 }],
  ['a story without end', `it('a', async () => { await new Promise(() => undefined); }, 50);`, { passed: 0, failed: 1, pending: 0 }],
  ['a beginning that fails', `describe('of', () => { beforeAll(() => { throw new Error('planted'); }); it('a', () => undefined); it('b', () => undefined); });`, { passed: 0, failed: 2, pending: 0 }],
  ['an end that fails', `describe('of', () => { afterAll(() => { throw new Error('planted'); }); it('a', () => undefined); });`, { passed: 1, failed: 1, pending: 0 }],
  ['a story left out', `it.skip('a', () => undefined); it('b', () => undefined);`, { passed: 1, failed: 0, pending: 1 }],
  ['a story told alone', `it.only('a', () => undefined); it('b', () => undefined);`, { passed: 1, failed: 0, pending: 1 }],
  ['a process that ends', `it('a', () => { process.exit(0); });`, { passed: 0, failed: 1, pending: 0 }],
  ['a file that cannot be read', `import './nowhere.js';`, { passed: 0, failed: 1, pending: 0 }],
  ['a file without stories', 'export const none = 1;', { passed: 0, failed: 1, pending: 0 }],
];

describe('who tells the stories', () => {
  let root: string;
  beforeAll(async () => { root = await mkdtemp(join(tmpdir(), 'planted-')); });
  afterAll(() => rm(root, { recursive: true }));

  it('notices each fault that is planted, counts it and names it, and goes on to the next file', async () => {
    for (const [at, [, story]] of PLANTED.entries()) await writeFile(join(root, `${at}.test.ts`), story);
    const said: string[] = [];
    const told = await tellStories(PLANTED.map((_, at) => `${at}.test.ts`), { root, env: { ...process.env, TEST_DATABASE_URL: '' }, say: (words) => said.push(words) });
    const sum = (key: keyof Told) => PLANTED.reduce((total, [, , counts]) => total + counts[key], 0);
    expect(told).toEqual({ passed: sum('passed'), failed: sum('failed'), pending: sum('pending') });
    for (const [at, [fault, , { failed }]] of PLANTED.entries()) {
      expect([fault, said.filter((words) => words.startsWith(`FAILED ${at}.test.ts\n`)).length]).toEqual([fault, failed]);
    }
  }, 60_000);
});
