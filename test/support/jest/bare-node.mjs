/**
 * Jest's `testRunner`: runs one test file with jest-circus, as Jest's own does, but imports it with Node's own `import`
 * instead of Jest's module sandbox, so that a worker process loads the product once for all of its files.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, getState, it, resetState, run, test } from 'jest-circus';
import { expect } from 'expect';
import { pathToFileURL } from 'node:url';
// With `jest -i` there is no worker, so nothing else has registered the loader.
import './register-typescript.mjs';

/** Errors that nothing handled: a rejection without handler, a throw in a timer while no test runs. */
const unhandled = new Map();
let running = false;
/** How often this process has imported each file. */
const imports = new Map();

Object.assign(globalThis, { describe, it, test, beforeAll, beforeEach, afterAll, afterEach, expect });
process.on('unhandledRejection', (fault, promise) => unhandled.set(promise, fault));
process.on('rejectionHandled', (promise) => unhandled.delete(promise));
// Jest's worker would otherwise exit, and the file with it.
process.removeAllListeners('uncaughtException');
process.on('uncaughtException', (fault) => {
  const current = getState().currentlyRunningTest;
  if (current) current.errors.push(fault);
  else unhandled.set(fault, fault);
});
// Jest gives the file to a new worker if one exits with a code other than 0: the cause would go unnoticed.
process.on('exit', () => {
  if (running) process.exitCode = process.send ? 0 : 1;
});

export default async function runInBareNode(globalConfig, projectConfig, _environment, _runtime, path) {
  // Jest's runner has installed its own, which has no source maps of modules that it has not loaded.
  Error.prepareStackTrace = undefined;
  resetState();
  Object.assign(getState(), {
    randomize: globalConfig.randomize,
    seed: globalConfig.seed,
    testNamePattern: globalConfig.testNamePattern ? new RegExp(globalConfig.testNamePattern, 'i') : null,
    testTimeout: globalConfig.testTimeout ?? projectConfig.testTimeout,
  });
  running = true;
  process.env.TEST_FILE = path;
  try {
    await import(addressOf(path));
    const { testResults, unhandledErrors } = await run();
    await new Promise((resolve) => setImmediate(resolve));
    return resultOf(testResults.map(assertionOf), [...unhandledErrors, ...unhandled.values()]);
  } finally {
    running = false;
    unhandled.clear();
    letGo(getState().rootDescribeBlock);
  }
}

/**
 * jest-circus runs tests and hooks in asynchronous contexts of their own. Whatever they leave open (such as a Node
 * port) keeps that context alive, and with it their functions and the whole product that the file has started: some 11
 * MB.
 */
function letGo({ children, hooks }) {
  for (const hook of hooks) hook.fn = null;
  for (const child of children) {
    if (child.type === 'describeBlock') letGo(child);
    else child.fn = null;
  }
}

/** In watch mode a worker gets a file again after a change, and `import` must not return its cached module. */
function addressOf(path) {
  const times = (imports.get(path) ?? 0) + 1;
  imports.set(path, times);
  return times === 1 ? pathToFileURL(path).href : `${pathToFileURL(path).href}?${times}`;
}

function assertionOf({ testPath, status, errors, duration, numPassingAsserts, invocations }) {
  const [, ...titles] = testPath;
  const title = titles.pop();
  const outcome = errors.length > 0 ? 'failed' : status === 'done' ? 'passed' : status === 'skip' ? 'pending' : status;
  return {
    ancestorTitles: titles,
    title,
    fullName: [...titles, title].join(' '),
    status: outcome,
    duration,
    invocations,
    numPassingAsserts,
    failureDetails: [],
    failureMessages: errors.map(textOf),
    location: null,
  };
}

/** Failures outside of tests count as one failed test. */
function resultOf(tests, outside) {
  const all =
    outside.length === 0
      ? tests
      : [
          ...tests,
          {
            ancestorTitles: [],
            title: 'outside of the tests',
            fullName: 'outside of the tests',
            status: 'failed',
            duration: 0,
            invocations: 1,
            numPassingAsserts: 0,
            failureDetails: [],
            failureMessages: outside.map(textOf),
            location: null,
          },
        ];
  const count = (status) => all.filter((one) => one.status === status).length;
  const failed = all.filter(({ status }) => status === 'failed');
  return {
    testResults: all,
    numPassingTests: count('passed'),
    numFailingTests: failed.length,
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    failureMessage:
      failed.length === 0
        ? null
        : failed
            .map(({ ancestorTitles, title, failureMessages }) =>
              [
                `  ● ${[...ancestorTitles, title].join(' › ')}`,
                ...failureMessages.map((text) => text.replace(/^(?=.)/gm, '    ')),
                '',
              ].join('\n\n'),
            )
            .join('\n'),
    leaks: false,
    openHandles: [],
    perfStats: { start: 0, end: 0, runtime: 0, slow: false },
    snapshot: { added: 0, fileDeleted: false, matched: 0, unchecked: 0, uncheckedKeys: [], unmatched: 0, updated: 0 },
  };
}

/** Without the stack lines of Jest and Node. */
function textOf(fault) {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  return text.replace(/\n +at (?=.*(?:node_modules\/jest-|\(node:internal|test\/support\/jest\/)).*/g, '');
}
