/** Tells files of stories in a few processes at once, each of which takes the next file when it is done with one. */
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TELLER = fileURLToPath(new URL('./teller.mjs', import.meta.url));
/** Worker threads inherit these arguments, so that a story's own workers read TypeScript too. */
const ARGUMENTS = ['--import', new URL('./read-typescript.mjs', import.meta.url).href, '--enable-source-maps', '--disable-warning=ExperimentalWarning', '--disable-warning=FSTDEP023'];
const SLOWEST = 5;

/**
 * Answers how many passed, failed or were left out. `paths` are taken in their order, from `root`: what takes long stands
 * best in front. `TEST_SEED` in `env` repeats the order of the stories within a file.
 */
export async function tellStories(paths, { root, env, tellers = 2, say = console.log }) {
  const seed = env.TEST_SEED ?? String(randomInt(2 ** 31));
  const telling = new Telling(paths, { root, env: { ...env, TEST_SEED: seed }, say });
  await Promise.all(Array.from({ length: Math.min(tellers, paths.length) }, () => telling.byOne()));
  const slowest = telling.told.sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST);
  say(`slowest: ${slowest.map(({ path, seconds }) => `${path} ${seconds.toFixed(0)} s`).join(', ')}`);
  if (telling.counts.failed > 0) say(`TEST_SEED=${seed} tells them in this order again; Jest alone on a file takes it as --seed=${seed}`);
  return telling.counts;
}

class Telling {
  counts = { passed: 0, failed: 0, pending: 0 };
  told = [];

  constructor(paths, { root, env, say }) {
    this.waiting = [...paths];
    this.root = root;
    this.env = env;
    this.say = say;
  }

  /** One process after another, for one may break off in the middle of a file. */
  async byOne() {
    while (this.waiting.length > 0) await this.byProcess();
  }

  byProcess() {
    const child = fork(TELLER, { cwd: this.root, env: this.env, execArgv: ARGUMENTS, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let path = null;
    child.on('message', (said) => {
      if (path !== null) this.note(path, said);
      path = this.waiting.shift() ?? null;
      if (path === null) child.disconnect();
      else child.send({ url: pathToFileURL(join(this.root, path)).href });
    });
    return new Promise((resolve) => child.on('exit', (code, signal) => {
      const lost = path ?? (code === 0 ? null : this.waiting.shift() ?? 'afterwards');
      if (lost !== null) this.note(lost, { passed: 0, pending: 0, seconds: 0, failed: [{ title: `the process that told it ended (${signal ?? code})`, errors: [] }] });
      resolve();
    }));
  }

  note(path, { passed, failed, pending, seconds }) {
    this.counts.passed += passed;
    this.counts.failed += failed.length;
    this.counts.pending += pending;
    this.told.push({ path, seconds });
    for (const { title, errors } of failed) this.say(`FAILED ${path}\n  ${title}\n${errors.join('\n').replace(/^/gm, '    ')}\n`);
  }
}
