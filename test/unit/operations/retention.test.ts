import fc from 'fast-check';
import { expired, type Keep, type KeptBackup } from '../../../src/operations/domain/retention.js';
import { dayOf, daysAfter, instantOf } from '../../../src/platform/index.js';

const at = (day: string, clock = '02:30'): KeptBackup => ({ name: `${day} ${clock}`, at: instantOf(day, clock) });
const nightly = (from: string, days: number): KeptBackup[] =>
  Array.from({ length: days }, (_, day) => at(daysAfter(from, day)));
const namesLeft = (backups: readonly KeptBackup[], keep: Keep): string[] => {
  const gone = expired(backups, keep);
  return backups
    .filter((one) => !gone.includes(one))
    .map(({ name }) => name.slice(0, 10))
    .sort();
};
const someBackups = fc
  .uniqueArray(fc.integer({ min: 0, max: 3 * 365 * 24 }), { maxLength: 150 })
  .map((hours) =>
    hours.map((hour) => ({ name: `backup ${hour}`, at: instantOf('2026-01-01', '00:00') + hour * 3_600_000 })),
  );
const someKeep = fc.oneof(
  fc.constant({ daily: 0, weekly: 0, monthly: 0 }),
  fc.record({ daily: fc.nat(10), weekly: fc.nat(6), monthly: fc.nat(14) }),
);

describe('which backups are kept', () => {
  it('keeps the newest of each of the last days, weeks and months', () => {
    // 2026-03-29 is a Sunday.
    expect(namesLeft(nightly('2026-01-01', 88), { daily: 3, weekly: 2, monthly: 3 })).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-22',
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
    ]);
  });

  it('keeps the latest one of a day', () => {
    const backups = [at('2026-03-02', '02:30'), at('2026-03-02', '14:00')];
    expect(expired(backups, { daily: 7, weekly: 4, monthly: 12 })).toEqual([backups[0]]);
  });

  it('counts only days with a backup, so that a gap removes nothing', () => {
    const backups = [...nightly('2026-02-01', 3), at('2026-03-20')];
    expect(namesLeft(backups, { daily: 4, weekly: 0, monthly: 0 })).toEqual([
      '2026-02-01',
      '2026-02-02',
      '2026-02-03',
      '2026-03-20',
    ]);
  });

  it('always keeps the newest, however few are to be kept', () => {
    fc.assert(
      fc.property(someBackups, someKeep, (backups, keep) => {
        const newest = Math.max(...backups.map((one) => one.at));
        expect(expired(backups, keep).some((one) => one.at === newest)).toBe(false);
      }),
    );
  });

  it('never keeps more than configured, and the latest of each period that counts', () => {
    fc.assert(
      fc.property(someBackups, someKeep, (backups, keep) => {
        const gone = expired(backups, keep);
        const left = backups.filter((one) => !gone.includes(one));
        expect(left.length).toBeLessThanOrEqual(Math.max(1, keep.daily + keep.weekly + keep.monthly));
        const days = [...new Set(backups.map((one) => dayOf(one.at)))].sort().reverse().slice(0, keep.daily);
        for (const day of days) expect(left.some((one) => dayOf(one.at) === day)).toBe(true);
      }),
    );
  });

  it('removes nothing more when repeated, and does not depend on the order of the files', () => {
    fc.assert(
      fc.property(someBackups, someKeep, (backups, keep) => {
        const gone = expired(backups, keep);
        expect(
          expired(
            backups.filter((one) => !gone.includes(one)),
            keep,
          ),
        ).toEqual([]);
        expect(new Set(expired([...backups].reverse(), keep))).toEqual(new Set(gone));
      }),
    );
  });
});
