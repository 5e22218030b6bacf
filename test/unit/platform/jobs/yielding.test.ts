import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { TimeBudget, yieldToRequests } from '../../../../src/platform/index.js';

function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) Math.sqrt(until);
}

describe('background work beside requests', () => {
  let server: Server;
  let turnsOfTheLoop = 1;
  beforeEach(async () => {
    // Like an answer that waits for a database: it needs several turns of the event loop.
    server = createServer(
      (_asked, answer) =>
        void (async () => {
          if (turnsOfTheLoop === Infinity) return;
          for (let turn = 0; turn < turnsOfTheLoop; turn += 1) await setImmediate();
          answer.end('done');
        })(),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const get = async (): Promise<void> => {
    const asking = request({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, agent: false }).end();
    const [answer] = (await once(asking, 'response')) as [NodeJS.ReadableStream];
    answer.resume();
    await once(answer, 'end');
  };

  it('respects its budget and starts a new one after each yield', async () => {
    const budget = new TimeBudget(10);
    expect(budget.spent()).toBe(false);
    work(12);
    expect(budget.spent()).toBe(true);
    await budget.yieldIfSpent();
    expect(budget.spent()).toBe(false);
  });

  it('does not yield before its budget is spent', async () => {
    let turned = false;
    void setImmediate().then(() => {
      turned = true;
    });
    await new TimeBudget(5_000).yieldIfSpent();
    expect(turned).toBe(false);
  });

  it('lets an answer that needs many turns of the loop finish during one yield', async () => {
    turnsOfTheLoop = 20;
    let answered = 0;
    const asked = get().finally(() => {
      answered += 1;
    });
    const budget = new TimeBudget(20);
    let slices = 0;
    while (answered === 0 && slices < 100) {
      work(25);
      slices += 1;
      await budget.yieldIfSpent();
    }
    await asked;
    expect(slices).toBeLessThan(12);
  });

  it('waits no longer than the limit for a request that never ends', async () => {
    turnsOfTheLoop = Infinity;
    const asked = get().catch(() => undefined);
    await once(server, 'request');
    const begun = performance.now();
    await yieldToRequests(30);
    expect(performance.now() - begun).toBeGreaterThan(20);
    expect(performance.now() - begun).toBeLessThan(1_000);
    server.closeAllConnections();
    await asked;
  });
});
