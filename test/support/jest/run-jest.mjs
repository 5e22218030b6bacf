/** Runs Jest as a separate process and returns the counts of each file; failures are printed as they happen. */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const JEST = join(dirname(require.resolve('jest/package.json')), 'bin', 'jest.js');
const REPORTER = fileURLToPath(new URL('./ipc-reporter.mjs', import.meta.url));

/** `options`: further command-line options of Jest. A given file without a result counts as one failure. */
export function runJest(paths, { root, env, options = [], print = console.log, stderr = 'inherit' }) {
  const args = [...options, `--reporters=${REPORTER}`, '--runTestsByPath', ...paths];
  const child = fork(JEST, args, { cwd: root, env, execArgv: [], stdio: ['ignore', 'ignore', stderr, 'ipc'] });
  const results = new Map();
  child.on('message', ({ failure, ...result }) => {
    if (failure !== null) print(`FAILED ${result.file}\n${failure}`);
    results.set(result.file, result);
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      for (const file of paths.filter((path) => !results.has(path))) {
        print(`FAILED ${file}\n  It was not run: Jest ended with ${signal ?? code}`);
        results.set(file, { file, passed: 0, failed: 1, pending: 0, seconds: 0 });
      }
      resolve([...results.values()]);
    }),
  );
}
