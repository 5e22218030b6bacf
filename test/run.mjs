/**
 * The whole test suite: `npm test`, or some steps of it: `npm test -- unit http`.
 * `TEST_DATABASE_URL`: a PostgreSQL server to use instead of one of our own. `CHROMIUM_PATH`: the browser.
 * `REQUIRE_ALL=1`: what is missing is a failure instead of a loud skip.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.mjs';
import { findPostgres, startPostgres } from './support/postgres.mjs';
import { tellStories } from './support/tellers.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const requireAll = process.env.REQUIRE_ALL === '1';
const require = createRequire(join(ROOT, 'package.json'));
const tool = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);

/** What takes longest is told first, so that both tellers end at about the same time. */
const LONG = ['test/data/demo/demo-academy.test.ts', 'test/concurrency/scheduling/random-plans.test.ts', 'test/journeys/road-at-a-desk.test.ts', 'test/journeys/road-on-a-phone.test.ts'];

/** What each step runs. `needs` names what a machine may lack. */
const STEPS = [
  { name: 'lint', title: 'Lint', run: () => command('lint', [tool('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0']) },
  { name: 'types', title: 'Types, and the build', run: () => command('types', [tool('@nestjs/cli', 'bin/nest.js'), 'build']) },
  { name: 'architecture', title: 'Walls, words, access matrix', run: () => stories(['test/architecture']) },
  { name: 'unit', title: 'Unit', run: () => stories(['test/unit']) },
  { name: 'views', title: 'Views', run: () => stories(['test/views']) },
  { name: 'data', title: 'Data, on SQLite', run: () => stories(['test/data']) },
  { name: 'http', title: 'HTTP, on SQLite', run: () => stories(['test/http']) },
  { name: 'concurrency', title: 'Concurrency, on SQLite', run: () => stories(['test/concurrency']) },
  { name: 'postgres', title: 'Data, HTTP and concurrency, on PostgreSQL', needs: postgres, run: (url) => stories(['test/data', 'test/concurrency', 'test/http'], { TEST_DATABASE_URL: url }) },
  { name: 'journeys', title: 'Browser journeys, in Chromium', needs: chromium, run: (path) => stories(['test/journeys'], { CHROMIUM_PATH: path }) },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const cleanups = [];
process.on('exit', () => cleanups.forEach((clean) => clean()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const began = Date.now();
const results = [];
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) results.push(await take(step));
summary(results);

async function take(step) {
  const start = Date.now();
  headline(step.title);
  const met = step.needs ? await step.needs() : { value: null };
  if (met.missing) {
    box([`SKIPPED: ${step.title}`, ...met.missing]);
    return { ...step, passed: 0, failed: requireAll ? 1 : 0, skipped: true, seconds: 0 };
  }
  const { passed, failed, pending } = await step.run(met.value);
  if (pending > 0) box([`SKIPPED: ${pending} of the tests in "${step.title}"`, 'Something that they need is not installed here.']);
  return { ...step, passed, failed: failed + (requireAll ? pending : 0), skipped: pending > 0, seconds: (Date.now() - start) / 1000 };
}

/** One program that either passes or does not. */
function command(name, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: cleanEnv() });
  console.log(status === 0 ? `${name}: passed` : `${name}: FAILED`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, pending: 0 };
}

/** Every file of stories in these folders: the long ones, then the first folder's in front and its largest file first; each test counts, and so does a file that could not be told. */
function stories(folders, env = {}) {
  const filesOf = (folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, name)).filter((path) => path.endsWith('.test.ts'));
  const size = (path) => statSync(join(ROOT, path)).size;
  const paths = folders.flatMap((folder) => filesOf(folder).sort((one, other) => size(other) - size(one)));
  const isLong = (path) => LONG.includes(path.replaceAll('\\', '/'));
  return tellStories([...paths.filter(isLong), ...paths.filter((path) => !isLong(path))], { root: ROOT, env: { ...cleanEnv(), ...env } });
}

/** The steps choose their database themselves; nothing of the operator's own settings reaches a test. */
function cleanEnv() {
  const env = { ...process.env, NODE_ENV: 'test' };
  for (const name of ['TEST_DATABASE_URL', 'DATABASE_URL', 'DATA_DIR', 'PORT', 'HOST', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'LOG_LEVEL', 'TRUST_PROXY']) delete env[name];
  return env;
}

async function postgres() {
  if (process.env.TEST_DATABASE_URL) return { value: process.env.TEST_DATABASE_URL };
  if (findPostgres() === null) {
    return { missing: ['No PostgreSQL server was found, and TEST_DATABASE_URL is not set.', 'On Debian: apt-get install postgresql', 'Elsewhere: put initdb and pg_ctl on the PATH.'] };
  }
  const cluster = await startPostgres();
  cleanups.unshift(cluster.stop);
  return { value: cluster.url };
}

function chromium() {
  const path = findChromium();
  return path ? { value: path } : { missing: ['No Chromium was found, and CHROMIUM_PATH does not name one.', 'On Debian: apt-get install chromium fonts-noto-cjk', 'Elsewhere: set CHROMIUM_PATH to a Chromium or Chrome.'] };
}

function summary(all) {
  headline('Summary');
  const width = Math.max(...all.map(({ title }) => [...title].length));
  for (const { title, passed, failed, skipped, seconds } of all) {
    console.log(`${title.padEnd(width)}  ${String(passed).padStart(5)} passed  ${String(failed).padStart(3)} failed  ${seconds.toFixed(1).padStart(6)} s${skipped ? '  SKIPPED IN PART OR WHOLE' : ''}`);
  }
  const skipped = all.filter((one) => one.skipped);
  if (skipped.length > 0) box([`NOT EVERYTHING WAS TESTED: ${skipped.map(({ title }) => title).join('; ')}`, requireAll ? 'REQUIRE_ALL is set, so this counts as a failure.' : 'See above for what to install.']);
  const sum = (key) => all.reduce((total, one) => total + one[key], 0);
  console.log(`in ${Math.round((Date.now() - began) / 1000)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

function headline(text) {
  console.log(`\n== ${text} ${'='.repeat(Math.max(4, 74 - text.length))}`);
}

function box(lines) {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '#'.repeat(width + 6);
  console.log(['', edge, ...lines.map((line) => `#  ${line.padEnd(width)}  #`), edge, ''].join('\n'));
}
