/** A Jest reporter that sends the result of each file to the process that started Jest (`run-jest.mjs`). */
import { relative } from 'node:path';

export default class IpcReporter {
  constructor({ rootDir, seed }) {
    this.rootDir = rootDir;
    this.seed = seed;
  }

  onTestResult(
    { path },
    { failureMessage, testExecError, numPassingTests, numFailingTests, numPendingTests, numTodoTests, perfStats },
  ) {
    const file = relative(this.rootDir, path);
    const failed = numFailingTests > 0 ? numFailingTests : Number(Boolean(testExecError ?? failureMessage));
    process.send({
      file,
      failed,
      passed: numPassingTests,
      pending: numPendingTests + numTodoTests,
      seconds: (perfStats.end - perfStats.start) / 1000,
      failure:
        failed === 0
          ? null
          : `${failureMessage ?? testExecError.message}\n  The same order again: npx jest --seed=${this.seed} ${file}\n`,
    });
  }
}
