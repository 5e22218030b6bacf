/** @database SQLite: on PostgreSQL the repair has its own test, with four cohorts. */
import { loadDemo } from '../../../db/seeds/demo/loader/load-demo.js';
import { holidayNotices } from '../../../db/seeds/reference/holidays.js';
import { dayOf, daysAfter, instantOf, ReadDatabase } from '../../../src/platform/index.js';
import { LoadHolidayNotice, sessionsBetween, TimetableReader } from '../../../src/scheduling/index.js';
import { RepairPlanner } from '../../../src/scheduling/repairs/data/repair-planner.js';
import { TestAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';

const TODAY = '2025-10-30';
const FIRST_DAYS_OFF: readonly (readonly [string, number])[] = [
  ['2026-01-01', 3],
  ['2026-02-15', 9],
  ['2026-04-04', 3],
];
const OFF_DAYS = new Set(
  FIRST_DAYS_OFF.flatMap(([first, days]) => Array.from({ length: days }, (_, at) => daysAfter(first, at))),
);
const ALL = { from: null, until: null, roomId: null, instructorId: null };

/** The timetable of the demo before the notice for 2026 was published, and its repair. */
describe('the demo academy before the notice for 2026', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open({ founded: false });
    await loadDemo(academy.app, academy.clock, {
      today: TODAY,
      notices: holidayNotices().slice(0, 1),
      timetableOnly: true,
    });
    academy.clock.moveTo(instantOf(TODAY, '08:00'));
  }, 1_800_000);
  afterAll(() => academy.close());

  it('is repaired once the notice is loaded: the right sessions are affected, each gets a slot or a reason why not, and none clash', async () => {
    const planner = academy.app.get(RepairPlanner);
    const people = () => Promise.resolve(10);
    const before = await planner.propose({ ...ALL, daysBeyondEnd: 14 }, people);
    const known = new Set(before.affected.map(({ session }) => session.id));
    expect(before.affected.flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toContain('dayIsClosed');
    await academy.app.get(LoadHolidayNotice).execute(await person(academy, 'administrator'), holidayNotices()[1]!);
    const ask = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
    const ahead = await sessionsBetween(ask, academy.clock.now(), instantOf('2027-06-30', '00:00'));
    const { affected, proposal } = await planner.propose({ ...ALL, daysBeyondEnd: 14 }, people);
    const closed = affected
      .filter(({ reasons }) => reasons.some(({ code }) => code === 'dayIsClosed'))
      .map(({ session }) => session.id);
    expect(closed.sort()).toEqual(
      ahead
        .filter((one) => OFF_DAYS.has(dayOf(one.startsAt)))
        .map(({ id }) => id)
        .sort(),
    );
    expect(closed.length).toBeGreaterThan(0);
    expect(
      affected.filter(({ session }) => !closed.includes(session.id)).every(({ session }) => known.has(session.id)),
    ).toBe(true);
    expect(proposal.moves.length).toBeGreaterThanOrEqual(closed.length - proposal.unplaced.length);
    const places = new Map(proposal.moves.map(({ session, slot }) => [session.id, slot]));
    const after = ahead.map((one) => ({
      id: one.id,
      cohortId: one.cohortId,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      roomId: one.roomId,
      people: one.instructors.map(({ id }) => id),
      ...asRow(places.get(one.id)),
    }));
    const moved = after.filter(({ id }) => places.has(id));
    expect(moved.filter(({ startsAt }) => OFF_DAYS.has(dayOf(startsAt)))).toEqual([]);
    const clashes = moved.flatMap((one) =>
      after.filter(
        (other) =>
          other.id !== one.id &&
          one.startsAt < other.endsAt &&
          other.startsAt < one.endsAt &&
          ((one.roomId !== null && one.roomId === other.roomId) ||
            one.cohortId === other.cohortId ||
            one.people.some((id) => other.people.includes(id))),
      ),
    );
    expect(clashes).toEqual([]);
    expect(await academy.app.get(TimetableReader).sessions({ from: academy.clock.now() })).toHaveLength(ahead.length);
  }, 300_000);
});

function asRow(
  place:
    | { startsAt: number; endsAt: number; roomId: string | null; instructors: readonly { instructorId: string }[] }
    | undefined,
) {
  return place
    ? {
        startsAt: place.startsAt,
        endsAt: place.endsAt,
        roomId: place.roomId,
        people: place.instructors.map(({ instructorId }) => instructorId),
      }
    : {};
}
