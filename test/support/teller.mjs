/**
 * A process that tells one file of stories after another, as its parent names them (`tellers.mjs`), in Jest's own words:
 * jest-circus runs them and `expect` judges. Jest reads everything that a file imports anew for each, in a sandbox in which
 * the product is a fifth slower; here it is read once.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, getState, it, resetState, run, test } from 'jest-circus';
import { expect } from 'expect';
import { readFileSync } from 'node:fs';

const { jest } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const SEED = Number(process.env.TEST_SEED);
/** Some stories are the embedded database's alone: their files tell nothing on the other. */
const MAY_BE_SILENT = Boolean(process.env.TEST_DATABASE_URL);
const unheard = new Map();

Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect });

process.on('uncaughtException', wentWrong);
process.on('unhandledRejection', (fault, promise) => unheard.set(promise, fault));
process.on('rejectionHandled', (promise) => unheard.delete(promise));
process.on('message', async ({ url }) => {
  const begun = performance.now();
  const told = await tell(url);
  process.send({ url, ...told, seconds: (performance.now() - begun) / 1000 });
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });

async function tell(url) {
  try {
    resetState();
    Object.assign(getState(), { testTimeout: jest.testTimeout, randomize: jest.randomize, seed: SEED });
    await import(url);
    const { testResults, unhandledErrors } = await run();
    await new Promise((resolve) => setImmediate(resolve));
    const faults = [...unhandledErrors, ...unheard.values()].map((fault) => ({ title: 'outside of its stories', errors: [textOf(fault)] }));
    unheard.clear();
    const failed = testResults.filter(({ errors }) => errors.length > 0).map(({ testPath, errors }) => ({ title: testPath.slice(1).join(' › '), errors: errors.map(textOf) }));
    const pending = testResults.filter(({ status, errors }) => errors.length === 0 && status !== 'done').length;
    return { passed: testResults.length - failed.length - pending, pending, failed: [...failed, ...faults, ...(testResults.length === 0 && !MAY_BE_SILENT ? [{ title: 'tells no story', errors: [] }] : [])] };
  } catch (fault) {
    return { passed: 0, pending: 0, failed: [{ title: 'cannot be read', errors: [textOf(fault)] }] };
  }
}

function wentWrong(fault) {
  const { currentlyRunningTest, unhandledErrors } = getState();
  (currentlyRunningTest?.errors ?? unhandledErrors).push(fault);
}

function textOf(fault) {
  return fault instanceof Error ? fault.stack ?? fault.message : String(fault);
}
