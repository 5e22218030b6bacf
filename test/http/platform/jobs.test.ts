import type { Sql } from 'sql-template-tag';
import { Jobs, SYSTEM, UnitOfWork } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';

describe('long work', () => {
  let academy: TestAcademy;
  let jobs: Jobs;
  const ask = <Row>(query: Sql) => academy.app.get(UnitOfWork).run(SYSTEM, (tx) => {
    tx.withoutAudit('looking');
    return tx.rows<Row>(query);
  });
  const start = (kind: string, total: number) => academy.app.get(UnitOfWork).run(SYSTEM, (tx) => {
    tx.withoutAudit('a test begins it');
    return jobs.start(tx, { kind, subjectId: 'one', total });
  });
  const change = (act: 'stop' | 'resume', id: string) => academy.app.get(UnitOfWork).run(SYSTEM, (tx) => {
    tx.withoutAudit('a test changes it');
    return jobs[act](tx, id);
  });
  const state = async (id: string) => (await jobs.progressOf(ask, id))?.state;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    jobs = academy.app.get(Jobs);
  });
  afterAll(() => academy.close());

  it('takes its steps one after the other and says how far it has come', async () => {
    let done = 0;
    jobs.define('counting', () => Promise.resolve({ done: (done += 10), finished: done >= 50 }));
    const id = await start('counting', 50);
    expect(await jobs.progressOf(ask, id)).toMatchObject({ state: 'running', done: 0, total: 50, secondsLeft: null });
    await jobs.finish();
    expect(await jobs.progressOf(ask, id)).toMatchObject({ state: 'done', done: 50, startedBy: 'system' });
  });

  it('is stopped between two steps and resumed where it stood', async () => {
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

  it('that fails says so in the log, leaves other work alone, and can be resumed', async () => {
    let broken = true;
    jobs.define('breaking', () => (broken ? Promise.reject(new Error('no paper')) : Promise.resolve({ done: 1, finished: true })));
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
});
