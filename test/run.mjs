/**
 * The whole test suite (`npm test`), or some of its steps (`npm test -- unit http`).
 * `TEST_DATABASE_URL`: a PostgreSQL server to use instead of a new one. `CHROMIUM_PATH`: the browser. `TEST_SEED`: the
 * order of tests within files, by default random. `REQUIRE_ALL=1`: what is missing is a failure instead of a warning.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.mjs';
import { runJest } from './support/jest/run-jest.mjs';
import { findPostgres, startPostgres } from './support/postgres.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SLOWEST = 8;
const requireAll = process.env.REQUIRE_ALL === '1';
const require = createRequire(join(ROOT, 'package.json'));
const tool = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);

/**
 * What each step runs: a program, or the test files of some folders on a database. `needs` names what a machine may
 * lack.
 */
const STEPS = [
  { name: 'lint', title: 'Lint', command: [tool('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0'] },
  {
    name: 'format',
    title: 'Format',
    command: [tool('prettier', 'bin/prettier.cjs'), '--check', '.', '--cache', '--cache-strategy', 'content'],
  },
  { name: 'types', title: 'Types, and the build', command: [tool('@nestjs/cli', 'bin/nest.js'), 'build'] },
  { name: 'architecture', title: 'Architecture, texts, access matrix', on: 'SQLite', folders: ['test/architecture'] },
  { name: 'unit', title: 'Unit', on: 'SQLite', folders: ['test/unit'] },
  { name: 'views', title: 'Views', on: 'SQLite', folders: ['test/views'] },
  { name: 'data', title: 'Data, on SQLite', on: 'SQLite', folders: ['test/data'] },
  { name: 'http', title: 'HTTP, on SQLite', on: 'SQLite', folders: ['test/http'] },
  { name: 'concurrency', title: 'Concurrency, on SQLite', on: 'SQLite', folders: ['test/concurrency'] },
  {
    name: 'journeys',
    title: 'Browser journeys, in Chromium',
    on: 'SQLite',
    folders: ['test/journeys'],
    needs: chromium,
  },
  {
    name: 'postgres',
    title: 'Data, HTTP and concurrency, on PostgreSQL',
    on: 'PostgreSQL',
    folders: ['test/data', 'test/concurrency', 'test/http'],
    needs: postgres,
  },
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
const chosen = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const commands = new Map(chosen.filter(({ command }) => command).map((step) => [step.name, runCommand(step)]));
// Some tests start the build. Lint and the format check run at the same time.
await commands.get('types');
// Steps with the same environment share one Jest, whose workers load the product once for all of them.
const results = [];
const runs = new Map();
for (const step of chosen.filter(({ folders }) => folders)) {
  const { env = {}, missing } = step.needs ? await step.needs() : {};
  if (missing) results.push(missingStep(step, missing));
  else runs.set(step.on, [...(runs.get(step.on) ?? []), { ...step, env }]);
}
for (const steps of runs.values()) results.push(...(await runTests(steps)));
results.push(...(await Promise.all(commands.values())));
summary(STEPS.flatMap(({ name }) => results.find((result) => result.name === name) ?? []));

function missingStep(step, missing) {
  headline(step.title);
  box([`SKIPPED: ${step.title}`, ...missing]);
  return { ...step, passed: 0, failed: requireAll ? 1 : 0, skipped: true, seconds: 0 };
}

/** One program that either passes or fails; its output is shown at the end. */
function runCommand({ command, ...step }) {
  const start = Date.now();
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnv() });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  return new Promise((resolve) =>
    child.on('close', (status) => {
      headline(step.title);
      console.log(`${output}${step.name}: ${status === 0 ? 'passed' : 'FAILED'}`);
      resolve({
        ...step,
        passed: Number(status === 0),
        failed: Number(status !== 0),
        skipped: false,
        seconds: (Date.now() - start) / 1000,
      });
    }),
  );
}

/** Every test counts, and so does a file that could not be run. The seconds of a step are the sum of its files. */
async function runTests(steps) {
  const env = Object.assign({}, ...steps.map((step) => step.env));
  headline(steps.map(({ title }) => title).join('; '));
  const files = steps
    .flatMap(({ folders }) => folders)
    .flatMap(testFiles)
    .filter((file) => !env.TEST_DATABASE_URL || !isForSQLiteAlone(file));
  const built = chosen.some(({ name }) => name === 'types') ? { TEST_BUILT: '1' } : {};
  const options = process.env.TEST_SEED ? [`--seed=${process.env.TEST_SEED}`] : [];
  const all = await runJest(files, { root: ROOT, env: { ...cleanEnv(), ...built, ...env }, options });
  const slowest = all.toSorted((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  console.log(`slowest: ${slowest.map(({ file, seconds }) => `${file} ${seconds.toFixed(0)} s`).join(', ')}`);
  return steps.map((step) => {
    const own = all.filter(({ file }) => step.folders.some((folder) => file.startsWith(join(folder, '/'))));
    const sum = (key) => own.reduce((total, result) => total + result[key], 0);
    const pending = sum('pending');
    if (pending > 0)
      box([`SKIPPED: ${pending} of the tests in "${step.title}"`, 'Something that they need is not installed here.']);
    return {
      ...step,
      passed: sum('passed'),
      failed: sum('failed') + (requireAll ? pending : 0),
      skipped: pending > 0,
      seconds: sum('seconds'),
    };
  });
}

function testFiles(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.test.ts'));
}

/** As declared at the top of the file: `@database SQLite`, with the reason. */
function isForSQLiteAlone(file) {
  return /^\/\*\*[^/]*@database SQLite\b/.test(readFileSync(join(ROOT, file), 'utf8'));
}

/** The steps choose their own database; the operator's settings do not reach the tests. */
function cleanEnv() {
  const env = { ...process.env, NODE_ENV: 'test' };
  for (const name of [
    'TEST_DATABASE_URL',
    'DATABASE_URL',
    'DATA_DIR',
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'LOG_LEVEL',
    'TRUST_PROXY',
  ])
    delete env[name];
  return env;
}

async function postgres() {
  if (process.env.TEST_DATABASE_URL) return { env: { TEST_DATABASE_URL: process.env.TEST_DATABASE_URL } };
  if (findPostgres() === null) {
    return {
      missing: [
        'No PostgreSQL server was found, and TEST_DATABASE_URL is not set.',
        'On Debian: apt-get install postgresql',
        'Elsewhere: put initdb and pg_ctl on the PATH.',
      ],
    };
  }
  const cluster = await startPostgres();
  cleanups.unshift(cluster.stop);
  return { env: { TEST_DATABASE_URL: cluster.url } };
}

function chromium() {
  const path = findChromium();
  return path
    ? { env: { CHROMIUM_PATH: path } }
    : {
        missing: [
          'No Chromium was found, and CHROMIUM_PATH does not name one.',
          'On Debian: apt-get install chromium fonts-noto-cjk',
          'Elsewhere: set CHROMIUM_PATH to a Chromium or Chrome.',
        ],
      };
}

function summary(all) {
  headline('Summary');
  const width = Math.max(...all.map(({ title }) => [...title].length));
  for (const { title, passed, failed, skipped, seconds } of all) {
    console.log(
      `${title.padEnd(width)}  ${String(passed).padStart(5)} passed  ${String(failed).padStart(3)} failed  ${seconds.toFixed(1).padStart(6)} s${skipped ? '  SKIPPED IN PART OR WHOLE' : ''}`,
    );
  }
  const skipped = all.filter((one) => one.skipped);
  if (skipped.length > 0)
    box([
      `NOT EVERYTHING WAS TESTED: ${skipped.map(({ title }) => title).join('; ')}`,
      requireAll ? 'REQUIRE_ALL is set, so this counts as a failure.' : 'See above for what to install.',
    ]);
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
