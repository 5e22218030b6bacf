import fc from 'fast-check';
import { instantOf } from '../../../../src/platform/clock.js';
import { ledBy, type PlacedSession, resourcesOf } from '../../../../src/scheduling/core/domain/placed-session.js';
import { SessionIndex } from '../../../../src/scheduling/core/domain/session-index.js';
import { aSession } from '../../../builders/timetable.js';

const HOUR = 3_600_000;
const nine = instantOf('2026-03-10', '09:00');
const session = (id: string, change: Partial<PlacedSession> = {}) =>
  aSession(id, { startsAt: nine, endsAt: nine + 3 * HOUR, ...change });
const clashesOf = (proposed: PlacedSession, others: readonly PlacedSession[]) =>
  new SessionIndex(others).clashesOf(proposed);

describe('clashes', () => {
  it('are reported for room, instructor and cohort, with the other session and the overlap', () => {
    const held = session('a', { roomId: 'lab 2', instructors: ledBy('Li'), cohortId: 'AZ-104' });
    const wanted = session('b', {
      roomId: 'lab 2',
      instructors: ledBy('Li'),
      cohortId: 'AZ-104',
      startsAt: nine + HOUR,
      endsAt: nine + 5 * HOUR,
    });
    const clashes = clashesOf(wanted, [held]);
    expect(clashes.map((one) => one.resource)).toEqual(['room', 'instructor', 'cohort']);
    expect(clashes[0]).toMatchObject({
      other: { id: 'a' },
      overlap: { startsAt: nine + HOUR, endsAt: nine + 3 * HOUR },
    });
  });

  it('are none where one ends as the other begins, nor with the session itself, nor without a room', () => {
    const held = session('a', { roomId: 'lab 2' });
    expect(
      clashesOf(session('b', { roomId: 'lab 2', startsAt: held.endsAt, endsAt: held.endsAt + HOUR }), [held]),
    ).toEqual([]);
    expect(clashesOf({ ...held, startsAt: nine + HOUR, endsAt: nine + 4 * HOUR }, [held])).toEqual([]);
    expect(clashesOf(session('b'), [session('a')])).toEqual([]);
  });

  const resource = fc.option(fc.constantFrom('r1', 'r2', 'r3'), { nil: null });
  const arbitrary = fc.record({
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 8 }),
    roomId: resource,
    who: resource,
    margin: fc.constantFrom(0, 1),
    cohortId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  });
  type Drawn = {
    readonly start: number;
    readonly length: number;
    readonly roomId: string | null;
    readonly who: string | null;
    readonly margin: number;
    readonly cohortId: string;
  };
  const term = fc
    .array(arbitrary, { maxLength: 40 })
    .map((rows) => rows.map((row, at) => session(`s${at}`, drawn(row))));
  /** Times in minutes, so that the margins of rooms matter. */
  function drawn({ start, length, who, margin, ...rest }: Drawn): Partial<PlacedSession> {
    return {
      ...rest,
      instructors: ledBy(who),
      setUp: margin,
      clearAway: margin,
      startsAt: start * 60_000,
      endsAt: (start + length) * 60_000,
    };
  }

  /** The plain definition, by every pair. */
  function pairsThatClash(sessions: readonly PlacedSession[]): string[] {
    return sessions
      .flatMap((one, at) =>
        sessions.slice(at + 1).flatMap((other) => {
          return resourcesOf(one)
            .filter((mine) =>
              resourcesOf(other).some(
                (theirs) =>
                  theirs.resource === mine.resource &&
                  theirs.resourceId === mine.resourceId &&
                  mine.startsAt < theirs.endsAt &&
                  theirs.startsAt < mine.endsAt,
              ),
            )
            .map((held) => [held.resource, ...[one.id, other.id].sort()].join(' '));
        }),
      )
      .sort();
  }

  it('of a whole term are exactly the pairs that share time and a resource', () => {
    fc.assert(
      fc.property(term, (sessions) => {
        expect(
          new SessionIndex(sessions)
            .allClashes()
            .map((one) => [one.resource, ...[one.first.id, one.second.id].sort()].join(' '))
            .sort(),
        ).toEqual(pairsThatClash(sessions));
      }),
    );
  });

  it('stay right while sessions are moved and taken out', () => {
    fc.assert(
      fc.property(term, fc.array(fc.tuple(fc.nat(), arbitrary), { maxLength: 20 }), (sessions, moves) => {
        const index = new SessionIndex(sessions);
        const now = new Map(sessions.map((one) => [one.id, one]));
        for (const [at, row] of moves) {
          const moved = session(`s${at % 40}`, drawn(row));
          if (at % 3 === 0) {
            index.remove(moved.id);
            now.delete(moved.id);
          } else {
            index.put(moved);
            now.set(moved.id, moved);
          }
        }
        expect(index.size).toBe(now.size);
        expect(index.allClashes()).toHaveLength(pairsThatClash([...now.values()]).length);
        for (const one of now.values()) expect(index.isFree(one)).toBe(index.clashesOf(one).length === 0);
      }),
    );
  });
});
