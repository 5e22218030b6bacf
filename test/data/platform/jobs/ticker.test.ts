import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import {
  ReadDatabase,
  type RecurringTask,
  SYSTEM,
  type TaskTurn,
  Ticker,
  UnitOfWork,
  USUAL_TIMING,
} from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';

const LEASE = 300;
const A_DAY = 24 * 3600_000;

describe(`recurring tasks on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let tickers: Ticker[] = [];
  const warnings: string[] = [];
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  afterEach(async () => {
    for (const one of tickers) await one.beforeApplicationShutdown();
    tickers = [];
    warnings.length = 0;
    await academy.connections.write.query('DELETE FROM lease');
  });

  /** What another process would have: tickers share only the database. */
  const process = (task: Partial<RecurringTask>, stop = 5_000): Ticker => {
    const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) });
    const { unitOfWork, reads } = { unitOfWork: academy.app.get(UnitOfWork), reads: academy.app.get(ReadDatabase) };
    const ticker = new Ticker(unitOfWork, reads, academy.clock, log, { ...USUAL_TIMING, lease: LEASE, stop });
    ticker.every({
      name: 'counting',
      every: 20,
      due: () => Promise.resolve(true),
      work: () => Promise.resolve(),
      ...task,
    });
    tickers.push(ticker);
    return ticker;
  };
  const later = (milliseconds: number): void => academy.clock.moveTo(academy.clock.now() + milliseconds);
  const lease = () =>
    academy.app
      .get(ReadDatabase)
      .first<{ holder: string; until: number }>(
        sql`SELECT holder AS "holder", until AS "until" FROM lease WHERE name = 'counting'`,
      );
  const heldBy = (holder: string, until: number): Promise<unknown> =>
    academy.connections.write.query(
      `INSERT INTO lease (name, holder, until) VALUES ('counting', '${holder}', ${until}) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until`,
    );
  const eventually = async (reached: () => boolean | Promise<boolean>): Promise<void> => {
    const patience = performance.now() + 10_000;
    while (!(await reached())) {
      if (performance.now() > patience) throw new Error('It was never reached');
      await wait(10);
    }
  };

  it('write nothing while nothing is due', async () => {
    let asked = 0;
    const ticker = process({
      due: () => {
        asked += 1;
        return Promise.resolve(false);
      },
    });
    ticker.start();
    await eventually(() => asked > 5);
    expect(await lease()).toBeNull();
  });

  it('release their lease at the end', async () => {
    let done = false;
    process({
      due: () => Promise.resolve(!done),
      work: async () => {
        await Promise.resolve();
        done = true;
      },
    }).start();
    await eventually(async () => done && Number((await lease())?.until) === 0);
  });

  it('are renewed while they take longer than their lease, so that no other process starts them', async () => {
    const [running, most] = [new Set<string>(), { atOnce: 0 }];
    let rounds = 0;
    const work =
      (name: string) =>
      async (turn: TaskTurn): Promise<void> => {
        running.add(name);
        most.atOnce = Math.max(most.atOnce, running.size);
        for (let slice = 0; slice < 8; slice += 1) {
          await wait(LEASE / 3);
          later(LEASE / 3);
          expect(turn.stillHolds()).toBe(true);
        }
        running.delete(name);
        rounds += 1;
      };
    process({ work: work('one') }).start();
    process({ work: work('other') }).start();
    await eventually(() => rounds >= 2);
    expect(most.atOnce).toBe(1);
  });

  it('notice by the signal and by stillHolds() that they have lost their lease', async () => {
    const turns: TaskTurn[] = [];
    let due = true;
    process({
      due: () => Promise.resolve(due),
      work: async (turn) => {
        turns.push(turn);
        due = false;
        await once(turn.signal, 'abort');
      },
    }).start();
    await eventually(() => turns.length === 1);
    expect(turns[0]!.stillHolds()).toBe(true);
    await heldBy('another', academy.clock.now() + LEASE);
    await eventually(() => turns[0]!.signal.aborted);
    expect(turns[0]!.stillHolds()).toBe(false);
    await eventually(() => warnings.some((line) => line.includes('lost the lease')));
    expect((await lease())?.holder).toBe('another');
  });

  it('no longer hold an expired lease, even if nobody took it', async () => {
    const asked: boolean[] = [];
    let due = true;
    const work = async (turn: TaskTurn): Promise<void> => {
      due = false;
      asked.push(turn.stillHolds());
      later(LEASE);
      asked.push(turn.stillHolds());
      await Promise.resolve();
    };
    process({ due: () => Promise.resolve(due), work }).start();
    await eventually(() => asked.length === 2);
    expect(asked).toEqual([true, false]);
  });

  it('of a lost process are taken over once their lease has expired, even those that run once a day', async () => {
    let runs = 0;
    await heldBy('lost', academy.clock.now() + LEASE);
    process({
      every: A_DAY,
      due: () => Promise.resolve(runs === 0),
      work: async () => {
        await Promise.resolve();
        runs += 1;
      },
    }).start();
    await wait(2 * LEASE);
    expect(runs).toBe(0);
    later(LEASE);
    await eventually(() => runs === 1);
  });

  it('take over a lease that ends later than any process takes one', async () => {
    let runs = 0;
    await heldBy('nobody', 9_000_000_000_000_000);
    process({
      due: () => Promise.resolve(runs === 0),
      work: () => Promise.resolve(void (runs += 1)),
    }).start();
    await eventually(() => runs === 1);
  });

  it('run again at once if they were woken while running', async () => {
    let runs = 0;
    const ticker = process({
      every: A_DAY,
      work: async (turn) => {
        runs += 1;
        if (runs > 1) return;
        const woken = turn.woken();
        ticker.wake('counting');
        await woken;
      },
    });
    ticker.start();
    await eventually(() => runs === 2);
    await wait(150);
    expect(runs).toBe(2);
  });

  it('are retried after a failure, and release their lease', async () => {
    let runs = 0;
    process({
      work: () => {
        runs += 1;
        return Promise.reject(new Error('no paper'));
      },
    }).start();
    await eventually(() => runs === 2);
    expect(warnings.join()).toContain('no paper');
  });

  it('are asked to end at a stop, which waits for work in progress', async () => {
    const steps: string[] = [];
    const ticker = process({
      work: async (turn) => {
        steps.push('begun');
        await once(turn.signal, 'abort');
        await academy.app.get(UnitOfWork).run(SYSTEM, (tx) => {
          tx.withoutAudit('recording');
          return tx.query(sql`SELECT 1 AS "one"`);
        });
        await wait(100);
        steps.push('recorded');
      },
    });
    ticker.start();
    await eventually(() => steps.length === 1);
    await ticker.beforeApplicationShutdown();
    expect(steps).toEqual(['begun', 'recorded']);
    expect(Number((await lease())?.until)).toBe(0);
  });

  it('delay a stop for no longer than configured', async () => {
    let end = (): void => undefined;
    const ticker = process(
      {
        work: () =>
          new Promise((resolve) => {
            end = resolve;
          }),
      },
      150,
    );
    ticker.start();
    await eventually(async () => (await lease()) !== null);
    const begun = performance.now();
    await ticker.beforeApplicationShutdown();
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(warnings.join()).toContain('stopped in the middle of recurring tasks');
    end();
    await eventually(async () => Number((await lease())?.until) === 0);
  });
});
