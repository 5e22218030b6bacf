/**
 * Jest's runner, workers and command line, but each test file runs in bare Node instead of Jest's module sandbox:
 * `bare-node.mjs` is the `testRunner`. For reasons and measurements, see
 * docs/decisions/0043-jest-runs-tests-in-bare-node.md.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const support = (file) => join(import.meta.dirname, 'test', 'support', 'jest', file);

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testRunner: support('bare-node.mjs'),
  globalSetup: support('global-setup.mjs'),
  testSequencer: support('sequencer.mjs'),
  // `register-typescript.mjs` compiles the sources; Jest itself transforms nothing.
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  randomize: true,
  // Ends a test that hangs. Far more than any needs, because the machine may be busy.
  testTimeout: 60_000,
  // One more than the number of processors, because tests also wait for a browser, a database server or a timer.
  maxWorkers: Math.min(availableParallelism() + 1, 4),
  // Above this limit, Jest replaces a worker between two files. With a limit, Jest runs even a single file in a worker.
  workerIdleMemoryLimit: '3GB',
  // Milliseconds that a worker may take to end, even on a busy machine.
  workerGracefulExitTimeout: 10_000,
};
