import { answerTasks } from '../../../../src/platform/workers/answer-tasks.js';

/** What the tests of the pool need from a worker. */
export type OddTask =
  | { readonly does: 'answer' | 'throw' | 'loop' | 'hoard' | 'exit' | 'function' }
  | { readonly sleep: number }
  | { readonly bytes: Uint8Array };

answerTasks<OddTask, unknown>(async (task) => {
  if ('bytes' in task) return task.bytes.length;
  if ('sleep' in task) return new Promise((resolve) => setTimeout(() => resolve('slept'), task.sleep));
  switch (task.does) {
    case 'answer':
      return 'answered';
    case 'throw':
      throw new TypeError('as it was asked to');
    case 'exit':
      return process.exit(3);
    case 'function':
      return () => 'cannot be sent';
    case 'loop':
      for (;;);
    case 'hoard': {
      const hoard: unknown[] = [];
      for (;;) hoard.push(Array.from({ length: 1_000 }, (_, at) => ({ at })));
    }
  }
});
