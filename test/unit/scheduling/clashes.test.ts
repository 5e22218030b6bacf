import fc from 'fast-check';
import { instantOf } from '../../../src/platform/clock.js';
import { allClashes, clashesOf } from '../../../src/scheduling/domain/clash.js';
import { freeInstructors, freeRoomsThatFit } from '../../../src/scheduling/domain/free-resources.js';
import { nearestFreeTimes } from '../../../src/scheduling/domain/nearest-free-times.js';
import { holderIsFreeForAll, startsFreeForAll } from '../../../src/scheduling/domain/planned-pattern.js';
import { type PlacedSession, resourcesOf } from '../../../src/scheduling/domain/placed-session.js';
import { SessionIndex } from '../../../src/scheduling/domain/session-index.js';
import { calendarOf2026 } from './notice-of-2026.js';

const HOUR = 3_600_000;
const nine = instantOf('2026-03-10', '09:00');

function session(id: string, change: Partial<PlacedSession> = {}): PlacedSession {
  return {
    id, number: 1, cohortId: `cohort of ${id}`, cohortCode: `C-${id}`, startsAt: nine, endsAt: nine + 3 * HOUR,
    roomId: null, instructorId: null, roomName: null, instructorName: null, ...change,
  };
}

describe('clashes', () => {
  it('are told for room, instructor and cohort, with the other session and the time shared', () => {
    const held = session('a', { roomId: 'lab 2', instructorId: 'Li', cohortId: 'AZ-104' });
    const wanted = session('b', { roomId: 'lab 2', instructorId: 'Li', cohortId: 'AZ-104', startsAt: nine + HOUR, endsAt: nine + 5 * HOUR });
    const clashes = clashesOf(wanted, [held]);
    expect(clashes.map((one) => one.resource)).toEqual(['room', 'instructor', 'cohort']);
    expect(clashes[0]).toMatchObject({ other: { id: 'a' }, overlap: { startsAt: nine + HOUR, endsAt: nine + 3 * HOUR } });
  });

  it('are none where one ends as the other begins, nor with the session itself, nor without a room', () => {
    const held = session('a', { roomId: 'lab 2' });
    expect(clashesOf(session('b', { roomId: 'lab 2', startsAt: held.endsAt, endsAt: held.endsAt + HOUR }), [held])).toEqual([]);
    expect(clashesOf({ ...held, startsAt: nine + HOUR, endsAt: nine + 4 * HOUR }, [held])).toEqual([]);
    expect(clashesOf(session('b'), [session('a')])).toEqual([]);
  });

  const resource = fc.option(fc.constantFrom('r1', 'r2', 'r3'), { nil: null });
  const arbitrary = fc.record({
    start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 8 }), roomId: resource, instructorId: resource, cohortId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  });
  const term = fc.array(arbitrary, { maxLength: 40 }).map((rows) => rows.map(({ start, length, ...rest }, at) => session(`s${at}`, { ...rest, startsAt: start, endsAt: start + length })));

  /** The plain definition, by every pair. */
  function pairsThatClash(sessions: readonly PlacedSession[]): string[] {
    return sessions.flatMap((one, at) => sessions.slice(at + 1).flatMap((other) => {
      if (one.startsAt >= other.endsAt || other.startsAt >= one.endsAt) return [];
      return resourcesOf(one)
        .filter(({ resource, resourceId }) => resourcesOf(other).some((held) => held.resource === resource && held.resourceId === resourceId))
        .map((held) => [held.resource, ...[one.id, other.id].sort()].join(' '));
    })).sort();
  }

  it('of a whole term are exactly the pairs that share time and a resource', () => {
    fc.assert(fc.property(term, (sessions) => {
      expect(allClashes(sessions).map((one) => [one.resource, ...[one.first.id, one.second.id].sort()].join(' ')).sort()).toEqual(pairsThatClash(sessions));
    }));
  });

  it('stay right while sessions are moved and taken out', () => {
    fc.assert(fc.property(term, fc.array(fc.tuple(fc.nat(), arbitrary), { maxLength: 20 }), (sessions, moves) => {
      const index = new SessionIndex(sessions);
      const now = new Map(sessions.map((one) => [one.id, one]));
      for (const [at, { start, length, ...rest }] of moves) {
        const moved = session(`s${at % 40}`, { ...rest, startsAt: start, endsAt: start + length });
        if (at % 3 === 0) { index.remove(moved.id); now.delete(moved.id); } else { index.put(moved); now.set(moved.id, moved); }
      }
      expect(index.size).toBe(now.size);
      expect(index.allClashes()).toHaveLength(pairsThatClash([...now.values()]).length);
      for (const one of now.values()) expect(index.isFree(one)).toBe(index.clashesOf(one).length === 0);
    }));
  });
});

describe('cures of a clash', () => {
  const held = session('held', { roomId: 'lab', instructorId: 'Li' });
  const placing = session('wanted', { roomId: 'lab', instructorId: 'Wang' });

  it('offers the nearest times at which everything is free: the same day first', () => {
    const times = nearestFreeTimes({ placing, index: new SessionIndex([held]), calendar: calendarOf2026(), notBefore: instantOf('2026-03-01', '00:00') });
    expect(times.map((one) => one.startsAt)).toEqual([instantOf('2026-03-10', '12:00'), instantOf('2026-03-10', '12:30'), instantOf('2026-03-10', '13:00')]);
  });

  it('steps over holidays, and never before the present', () => {
    const before = session('wanted', { roomId: 'lab', startsAt: instantOf('2026-02-13', '19:00'), endsAt: instantOf('2026-02-13', '21:00') });
    const times = nearestFreeTimes({ placing: before, index: new SessionIndex(), calendar: calendarOf2026(), notBefore: instantOf('2026-02-13', '20:00') });
    expect(times.map((one) => [one.date, one.note])).toEqual([['2026-02-14', 'makeUpWorkday'], ['2026-02-14', 'makeUpWorkday'], ['2026-02-14', 'makeUpWorkday']]);
  });

  it('offers weekends for a session at a weekend', () => {
    const saturday = session('wanted', { startsAt: instantOf('2026-03-14', '09:00'), endsAt: instantOf('2026-03-14', '12:00') });
    const times = nearestFreeTimes({ placing: saturday, index: new SessionIndex(), calendar: calendarOf2026(), notBefore: 0, count: 60 });
    expect([...new Set(times.map((one) => one.date))].slice(0, 3)).toEqual(['2026-03-14', '2026-03-15', '2026-03-08']);
  });

  it('offers the smallest free room that seats the cohort, and the qualified who are free', () => {
    const index = new SessionIndex([held]);
    const rooms = [{ id: 'hall', seats: 200 }, { id: 'lab', seats: 30 }, { id: 'small', seats: 12 }, { id: 'room 3', seats: 40 }];
    expect(freeRoomsThatFit(placing, { rooms, seatsNeeded: 24, index }).map((room) => room.id)).toEqual(['room 3', 'hall']);
    expect(freeInstructors(placing, { qualified: [{ id: 'Li' }, { id: 'Zhao' }], index }).map((one) => one.id)).toEqual(['Zhao']);
  });

  it('proposes only times that are free, on any term', () => {
    const slot = fc.record({ day: fc.integer({ min: 0, max: 13 }), hour: fc.integer({ min: 8, max: 19 }), length: fc.integer({ min: 1, max: 3 }), room: fc.constantFrom('lab', 'room 3'), who: fc.constantFrom('Li', 'Wang') });
    fc.assert(fc.property(fc.array(slot, { maxLength: 60 }), (slots) => {
      const busy = slots.map(({ day, hour, length, room, who }, at) => {
        const startsAt = instantOf('2026-03-06', '00:00') + (day * 24 + hour) * HOUR;
        return session(`busy ${at}`, { roomId: room, instructorId: who, startsAt, endsAt: startsAt + length * HOUR });
      });
      const index = new SessionIndex(busy);
      for (const time of nearestFreeTimes({ placing, index, calendar: calendarOf2026(), notBefore: 0 })) {
        expect(clashesOf({ ...placing, startsAt: time.startsAt, endsAt: time.endsAt }, busy)).toEqual([]);
      }
    }), { numRuns: 60 });
  });

  it('proposes for a whole pattern only hours that are free on every date, nearest first', () => {
    const spans = [0, 7, 14].map((day) => ({ startsAt: nine + day * 24 * HOUR, endsAt: nine + (day * 24 + 3) * HOUR }));
    const holders = { cohortId: 'wanted', roomId: 'lab', instructorId: null };
    const starts = startsFreeForAll(spans, holders, { index: new SessionIndex([held, session('later', { roomId: 'lab', startsAt: nine + (7 * 24 + 3) * HOUR, endsAt: nine + (7 * 24 + 4) * HOUR })]), count: 3 });
    expect(starts).toEqual(['13:00', '13:30', '14:00']);
    expect(startsFreeForAll([], holders, { index: new SessionIndex(), count: 3 })).toEqual([]);
  });

  it('knows a room or a person that is free on every date, whatever else clashes', () => {
    const spans = [0, 7].map((day) => ({ startsAt: nine + day * 24 * HOUR, endsAt: nine + (day * 24 + 3) * HOUR }));
    const index = new SessionIndex([held]);
    expect([holderIsFreeForAll(spans, { roomId: 'lab' }, index), holderIsFreeForAll(spans, { roomId: 'hall' }, index)]).toEqual([false, true]);
    expect([holderIsFreeForAll(spans, { instructorId: 'Li' }, index), holderIsFreeForAll(spans, { instructorId: 'Wang' }, index)]).toEqual([false, true]);
  });
});
