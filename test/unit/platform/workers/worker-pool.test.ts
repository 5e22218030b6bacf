import { PoolClosed, type PoolSettings, workerFile, WorkerPool } from '../../../../src/platform/index.js';
import type { OddTask } from './odd-worker.js';

const SETTINGS: PoolSettings = {
  file: workerFile('odd-worker', import.meta.url),
  mostWorkers: 1,
  mostWaiting: 3,
  longestWait: null,
  timeoutMs: 1_500,
  memoryMb: 32,
};

describe('a pool of workers', () => {
  const open: WorkerPool<OddTask, unknown>[] = [];
  const pool = (changes: Partial<PoolSettings> = {}): WorkerPool<OddTask, unknown> => {
    const made = new WorkerPool<OddTask, unknown>({ ...SETTINGS, ...changes });
    open.push(made);
    return made;
  };
  afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

  it('runs tasks in order, more than it has workers', async () => {
    const workers = pool();
    expect(await Promise.all([1, 2, 3].map(() => workers.run({ does: 'answer' })))).toEqual(
      [1, 2, 3].map(() => ({ kind: 'done', result: 'answered' })),
    );
  });

  it('transfers buffers instead of copying them', async () => {
    const bytes = new Uint8Array(1_000);
    expect(await pool().run({ bytes }, [bytes.buffer])).toEqual({ kind: 'done', result: 1_000 });
    expect(bytes.length).toBe(0);
  });

  it('ends a task that takes too long, and continues in a new worker', async () => {
    const workers = pool();
    const [looping, next] = [workers.run({ does: 'loop' }), workers.run({ does: 'answer' })];
    expect(await looping).toEqual({ kind: 'tooSlow' });
    expect(await next).toEqual({ kind: 'done', result: 'answered' });
  });

  it('ends a task that takes too much memory, and continues in a new worker', async () => {
    const workers = pool({ timeoutMs: 20_000 });
    const [hoarding, next] = [workers.run({ does: 'hoard' }), workers.run({ does: 'answer' })];
    expect(await hoarding).toEqual({ kind: 'tooLarge' });
    expect(await next).toEqual({ kind: 'done', result: 'answered' });
  });

  it('passes on what a task threw, and keeps the worker', async () => {
    const workers = pool();
    await expect(workers.run({ does: 'throw' })).rejects.toThrow('TypeError: as it was asked to');
    await expect(workers.run({ does: 'function' })).rejects.toThrow('could not be cloned');
    expect(await workers.run({ does: 'answer' })).toMatchObject({ kind: 'done' });
  });

  it('continues after a worker exits by itself', async () => {
    const workers = pool();
    await expect(workers.run({ does: 'exit' })).rejects.toThrow('ended with 3');
    expect(await workers.run({ does: 'answer' })).toMatchObject({ kind: 'done' });
  });

  it('refuses tasks while too many wait, or when one waits too long', async () => {
    const workers = pool({ mostWaiting: 1, longestWait: 300 });
    await workers.run({ does: 'answer' });
    const outcomes = await Promise.all([
      workers.run({ sleep: 900 }),
      workers.run({ does: 'answer' }),
      workers.run({ does: 'answer' }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'busy', 'busy']);
    expect(await workers.run({ does: 'answer' })).toMatchObject({ kind: 'done' });
  });

  it('runs one task of a key at a time, refuses too many of them, and lets other keys take their turn', async () => {
    const workers = pool({ mostWorkers: 2, mostWaiting: 9, mostWaitingOfOneKey: 2 });
    const order: string[] = [];
    const run = async (key: string, name: string): Promise<string> => {
      const { kind } = await workers.run({ sleep: 100 }, [], key);
      order.push(name);
      return kind;
    };
    const first = ['a1', 'a2', 'a3', 'a4'].map((name) => run('a', name));
    await Promise.all([...first, run('b', 'b1'), run('b', 'b2'), run('c', 'c1')]);
    expect(await Promise.all(first)).toEqual(['done', 'done', 'done', 'busy']);
    expect(order[0]).toBe('a4');
    expect(order.indexOf('c1')).toBeLessThan(order.indexOf('a3'));
    expect(order.indexOf('b1')).toBeLessThan(order.indexOf('a2'));
  });

  it('refuses the last task of the key with the most, where a few keys fill the queue', async () => {
    const workers = pool({ mostWaiting: 5, mostWaitingOfOneKey: 3 });
    const run = async (key: string): Promise<string> => (await workers.run({ sleep: 50 }, [], key)).kind;
    const crowd = ['a', 'a', 'a', 'b', 'b', 'b'].map(run);
    const honest = run('c');
    expect(await honest).toBe('done');
    expect(await Promise.all(crowd)).toEqual(['done', 'done', 'done', 'done', 'done', 'busy']);
  });

  it('does not block a worker with a task that cannot be sent', async () => {
    const workers = pool();
    const unsendable = { does: () => 'x' } as unknown as OddTask;
    await expect(workers.run(unsendable)).rejects.toThrow('could not be cloned');
    expect(await workers.run({ does: 'answer' })).toMatchObject({ kind: 'done' });
  });

  it('ends running tasks when it closes, and accepts no more', async () => {
    const workers = pool();
    const outcomes = Promise.allSettled([workers.run({ does: 'loop' }), workers.run({ does: 'answer' })]);
    await workers.close();
    expect((await outcomes).map((one) => one.status === 'rejected' && one.reason instanceof PoolClosed)).toEqual([
      true,
      true,
    ]);
    await expect(workers.run({ does: 'answer' })).rejects.toThrow(PoolClosed);
  });
});
