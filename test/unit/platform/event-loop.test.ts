import { setTimeout as pause } from 'node:timers/promises';
import { measureEventLoop } from '../../support/event-loop.js';

describe('measuring the event loop', () => {
  it('notices work that blocks', async () => {
    const { longestBlockMs } = await measureEventLoop(() => Promise.resolve(computeFor(150)));
    expect(longestBlockMs).toBeGreaterThan(100);
  });

  it('notices a block between two waits', async () => {
    const { longestBlockMs } = await measureEventLoop(async () => {
      await pause(30);
      computeFor(150);
      await pause(30);
    });
    expect(longestBlockMs).toBeGreaterThan(100);
  });

  it('does not count waiting, and returns the result', async () => {
    const { result, longestBlockMs } = await measureEventLoop(() => pause(200, 'done'));
    expect(result).toBe('done');
    expect(longestBlockMs).toBeLessThan(100);
  });
});

/** @param ms of processor time */
function computeFor(ms: number): void {
  const start = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1000 >= ms) return;
  }
}
