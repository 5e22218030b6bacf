import { once } from 'node:events';
import type { Sql } from 'sql-template-tag';
import { A_MINUTE, Busy, Jobs, ReadDatabase, SYSTEM, Ticker, UnitOfWork } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';

describe('long work', () => {
  let academy: TestAcademy;
  let jobs: Jobs;
  const ask = <Row>(query: Sql) =>
    academy.app.get(UnitOfWork).run(SYSTEM, (tx) => {
      tx.withoutAudit('looking');
      return tx.query<Row>(query);
    });
  const start = (kind: string, total: number) =>
    academy.app.get(UnitOfWork).run(SYSTEM, (tx) => {
      tx.withoutAudit('a test begins it');
      return jobs.start(tx, { kind, subjectId: 'one', total });
    });
  const change = (act: 'stop' | 'resume', id: string) =>
    academy.app.get(UnitOfWork).run(SYSTEM, (tx) => {
      tx.withoutAudit('a test changes it');
      return jobs[act](tx, id);
    });
  const state = async (id: string) => (await jobs.progressOf(ask, id))?.state;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    jobs = academy.app.get(Jobs);
  });
  afterAll(() => academy.close());

  it('runs its steps one after the other and reports its progress', async () => {
    let done = 0;
    jobs.define('counting', () => Promise.resolve({ done: (done += 10), finished: done >= 50 }));
    const id = await start('counting', 50);
    expect(await jobs.progressOf(ask, id)).toMatchObject({ state: 'running', done: 0, total: 50, secondsLeft: null });
    await jobs.finish();
    expect(await jobs.progressOf(ask, id)).toMatchObject({ state: 'done', done: 50, startedBy: 'system' });
  });

  it('continues if the actor of another job cannot be parsed', async () => {
    jobs.define('short', () => Promise.resolve({ done: 1, finished: true }));
    const [altered, sound] = [await start('short', 1), await start('short', 1)];
    await academy.connections.write.query(`UPDATE job SET actor = '{' WHERE id = '${altered}'`);
    await jobs.finish();
    expect(await jobs.progressOf(ask, sound)).toMatchObject({ state: 'done' });
    expect(await jobs.progressOf(ask, altered)).toMatchObject({ startedBy: 'visitor' });
  });

  it('waits where a step is put off, and fails only if that goes on', async () => {
    let done = 0;
    let busy = true;
    jobs.define('waiting', () => {
      if (busy) throw new Busy(1);
      return Promise.resolve({ done: (done += 1), finished: true });
    });
    const id = await start('waiting', 1);
    const next = async (later: number): Promise<string | undefined> => {
      academy.clock.moveTo(academy.clock.now() + later);
      await jobs.finish();
      return state(id);
    };
    for (let tries = 0; tries < 5; tries += 1) expect(await next(A_MINUTE)).toBe('running');
    busy = false;
    expect([await next(A_MINUTE), done]).toEqual(['done', 1]);

    busy = true;
    const other = await start('waiting', 1);
    for (let tries = 0; tries < 15; tries += 1) await next(A_MINUTE);
    expect(await state(other)).toBe('failed');
    academy.takeErrors();
  });

  it('is stopped between two steps and resumed from there', async () => {
    let done = 0;
    const id = await start('halting', 3);
    jobs.define('halting', async () => {
      done += 1;
      if (done === 1) await change('stop', id);
      return { done, finished: done === 3 };
    });
    await jobs.finish();
    expect([done, await state(id)]).toEqual([1, 'stopped']);
    await change('resume', id);
    await jobs.finish();
    expect([done, await state(id)]).toEqual([3, 'done']);
  });

  it('is logged if it fails, leaves other work alone, and can be resumed', async () => {
    let broken = true;
    jobs.define('breaking', () =>
      broken ? Promise.reject(new Error('no paper')) : Promise.resolve({ done: 1, finished: true }),
    );
    jobs.define('steady', () => Promise.resolve({ done: 1, finished: true }));
    const [breaking, steady] = [await start('breaking', 1), await start('steady', 1)];
    await jobs.finish();
    expect([await state(breaking), await state(steady)]).toEqual(['failed', 'done']);
    expect(academy.takeErrors().join()).toContain('no paper');
    broken = false;
    await change('resume', breaking);
    await jobs.finish();
    expect(await state(breaking)).toBe('done');
  });

  it('retries a failed step once before it fails', async () => {
    let tries = 0;
    jobs.define('wavering', () =>
      (tries += 1) % 2 === 1
        ? Promise.reject(new Error('busy'))
        : Promise.resolve({ done: tries / 2, finished: tries === 6 }),
    );
    const id = await start('wavering', 3);
    await jobs.finish();
    expect([tries, await state(id)]).toEqual([6, 'done']);
  });

  it('alternates with short work after each step', async () => {
    const taken: string[] = [];
    jobs.define('long', () => {
      taken.push('long');
      return Promise.resolve({ done: taken.length, finished: taken.length > 20 });
    });
    jobs.define('short', () => {
      taken.push('short');
      return Promise.resolve({ done: 1, finished: true });
    });
    await start('long', 20);
    await start('short', 1);
    await jobs.finish();
    expect(taken.indexOf('short')).toBe(1);
  });

  it('lets requests be answered between its steps', async () => {
    const origin = await academy.listen();
    const other = () =>
      fetch(`${origin}/verify`).then(async (answer) => {
        await answer.text();
        return answer.status;
      });
    expect(await other()).toBe(200);
    let [steps, answered] = [0, 0];
    jobs.define('busy', () => {
      const until = performance.now() + 20;
      while (performance.now() < until) Math.sqrt(until);
      steps += 1;
      return Promise.resolve({ done: steps, finished: steps === 150 || answered === 5 });
    });
    await start('busy', 150);
    const asking = (async () => {
      for (; answered < 5; answered += 1) expect(await other()).toBe(200);
    })();
    await Promise.all([jobs.finish(), asking]);
    expect(steps).toBeLessThan(60);
  });

  it('does not fail if a stop interrupts its step', async () => {
    const own = await TestAcademy.open();
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    own.app.get(Jobs).define('cut', async ({ signal }) => {
      begin();
      await once(signal, 'abort');
      throw new Error('the worker is gone');
    });
    const id = await own.write((tx) => {
      tx.withoutAudit('a test begins it');
      return own.app.get(Jobs).start(tx, { kind: 'cut', subjectId: 'one', total: 1 });
    });
    const running = own.app.get(Ticker).runNow('jobs');
    await begun;
    await own.restart();
    await running;
    expect(await own.app.get(Jobs).progressOf((query) => own.app.get(ReadDatabase).query(query), id)).toMatchObject({
      state: 'running',
      done: 0,
    });
    await own.close();
  });
});
