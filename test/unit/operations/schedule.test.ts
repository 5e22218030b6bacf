import { isDue, lastDue, standingOf } from '../../../src/operations/domain/schedule.js';
import { instantOf } from '../../../src/platform/index.js';

const AN_HOUR = 3_600_000;
const run = (state: 'running' | 'done' | 'failed', startedAt: number, aliveAt = startedAt) => ({
  state,
  startedAt,
  aliveAt,
});

describe('when a backup is due', () => {
  const at = '02:30';

  it("is due once, at its time of day in the academy's zone", () => {
    const last = run('done', instantOf('2026-03-02', '02:30') + 20_000);
    expect(lastDue(instantOf('2026-03-03', '02:29'), at)).toBe(instantOf('2026-03-02', '02:30'));
    expect(isDue({ now: instantOf('2026-03-03', '02:29'), at, last })).toBe(false);
    expect(isDue({ now: instantOf('2026-03-03', '02:30'), at, last })).toBe(true);
    expect(
      isDue({ now: instantOf('2026-03-03', '02:31'), at, last: run('done', instantOf('2026-03-03', '02:30')) }),
    ).toBe(false);
  });

  it('is due at once if there was none, and after a night without a running process', () => {
    expect(isDue({ now: instantOf('2026-03-03', '11:00'), at, last: null })).toBe(true);
    expect(
      isDue({ now: instantOf('2026-03-05', '11:00'), at, last: run('done', instantOf('2026-03-03', '02:30')) }),
    ).toBe(true);
  });

  it('is retried an hour after a failure', () => {
    const failedAt = instantOf('2026-03-03', '02:30');
    expect(isDue({ now: failedAt + AN_HOUR - 1, at, last: run('failed', failedAt) })).toBe(false);
    expect(isDue({ now: failedAt + AN_HOUR, at, last: run('failed', failedAt) })).toBe(true);
  });

  it('does not start beside a running one, and takes over from one that has died', () => {
    const begun = instantOf('2026-03-03', '02:30');
    expect(isDue({ now: begun + 30 * AN_HOUR, at, last: run('running', begun, begun + 30 * AN_HOUR - 60_000) })).toBe(
      false,
    );
    expect(isDue({ now: begun + 10 * 60_000, at, last: run('running', begun, begun + 60_000) })).toBe(true);
  });
});

describe('the state of backups', () => {
  const now = instantOf('2026-03-04', '09:00');
  const good = instantOf('2026-03-04', '02:30');

  it.each([
    ['off', { scheduled: false, last: null, lastGoodAt: null }],
    ['none', { scheduled: true, last: null, lastGoodAt: null }],
    ['good', { scheduled: true, last: run('done', good), lastGoodAt: good }],
    ['good', { scheduled: true, last: run('running', now, now), lastGoodAt: good }],
    ['failed', { scheduled: true, last: run('failed', now), lastGoodAt: good }],
    ['failed', { scheduled: true, last: run('running', good, good), lastGoodAt: good }],
    ['overdue', { scheduled: true, last: run('done', good - 48 * AN_HOUR), lastGoodAt: good - 48 * AN_HOUR }],
  ])('%s', (standing, facts) => {
    expect(standingOf({ now, ...facts })).toBe(standing);
  });
});
