import fc from 'fast-check';
import sql from 'sql-template-tag';
import { PlanCohort } from '../../../../src/cohorts/index.js';
import { instantOf, isRefused, newId, ReadDatabase, UnitOfWork } from '../../../../src/platform/index.js';
import { ChangeTimetable } from '../../../../src/scheduling/core/actions/change-timetable.js';
import { LicencePool } from '../../../../src/scheduling/core/data/licence-pool.entity.js';
import { Room } from '../../../../src/scheduling/index.js';
import type { SessionChange } from '../../../../src/scheduling/core/domain/change-set.js';
import { aCohort, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { person } from '../../../support/people.js';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const SEATS = 30;
const RUNS = 100;
const PLANS_A_RUN = 20;

interface Standing {
  readonly id: string;
  readonly cohortId: string;
  readonly roomId: string | null;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly people: readonly string[];
  readonly seats: number;
}

interface Week {
  readonly stands: readonly Standing[];
  readonly cancelled: readonly string[];
}

describe(`two thousand random plans on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let cohorts: BuiltCohort[];
  let poolId: string;
  let week = 0;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    const course = await aCohort(academy, { capacity: 12 });
    const coordinator = await person(academy, 'coordinator');
    cohorts = [course];
    for (let made = 1; made < 4; made += 1) {
      const other = await aCohort(academy, { capacity: 12 });
      const same = done(
        await academy.app.get(PlanCohort).execute(coordinator, { ...course.plan, code: `${course.code}-${made + 1}` }),
      );
      cohorts.push({
        ...other,
        id: same.id,
        code: same.code,
        courseId: course.courseId,
        instructorId: course.instructorId,
      });
    }
    poolId = newId();
    await academy.write(async (tx) => {
      tx.withoutAudit('rows of a story');
      await tx.of(LicencePool).insert({
        id: poolId,
        kind: 'software',
        product: 'Visual Studio',
        edition: null,
        vendor: null,
        agreement: 'A-1',
        seats: SEATS,
        validFrom: '2020-01-01',
        validUntil: null,
        createdAt: 0,
        closedAt: null,
      });
      await tx.of(Room).update({ id: cohorts[1]!.roomId }, { setUpMinutes: 30, clearAwayMinutes: 30 });
    });
  });
  afterAll(() => academy.close());

  const reads = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);

  const place = fc.record({
    day: fc.integer({ min: 0, max: 1 }),
    hour: fc.integer({ min: 8, max: 14 }),
    length: fc.integer({ min: 1, max: 3 }),
    room: fc.constantFrom(0, 1, null),
    taught: fc.boolean(),
    seats: fc.constantFrom(0, 12, 20),
  });
  const step = fc.record({
    kind: fc.constantFrom('place', 'place', 'move', 'move', 'cancel', 'restore'),
    cohort: fc.nat({ max: 3 }),
    pick: fc.nat(),
    place,
  });
  const plans = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), {
    minLength: PLANS_A_RUN,
    maxLength: PLANS_A_RUN,
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  /** The sessions of one run's week, as the tables say it, cancelled ones apart. */
  async function standing(from: number): Promise<Week> {
    const rows = await reads<Omit<Standing, 'people' | 'seats'> & { state: string }>(sql`
      SELECT id AS "id", cohort_id AS "cohortId", room_id AS "roomId", starts_at AS "startsAt", ends_at AS "endsAt", state AS "state" FROM session WHERE starts_at >= ${from} AND starts_at < ${from + WEEK}
      ORDER BY id`);
    const theirs = sql`session_id IN (SELECT id FROM session WHERE starts_at >= ${from} AND starts_at < ${from + WEEK})`;
    const people = await reads<{ id: string; who: string }>(
      sql`SELECT session_id AS "id", instructor_id AS "who" FROM session_instructor WHERE ${theirs} ORDER BY session_id, instructor_id`,
    );
    const seats = await reads<{ id: string; seats: number }>(
      sql`SELECT session_id AS "id", seats AS "seats" FROM session_licence WHERE ${theirs}`,
    );
    const stands = rows
      .filter(({ state }) => state !== 'cancelled')
      .map(({ state: _state, ...row }) => ({
        ...row,
        startsAt: Number(row.startsAt),
        endsAt: Number(row.endsAt),
        people: people.filter(({ id }) => id === row.id).map(({ who }) => who),
        seats: seats.find(({ id }) => id === row.id)?.seats ?? 0,
      }));
    return { stands, cancelled: rows.filter(({ state }) => state === 'cancelled').map(({ id }) => id) };
  }

  /** The plain definition, every session with every other: no index, no ledger. */
  function clashesIn(sessions: readonly Standing[]): string[] {
    const margin = (one: Standing) => (one.roomId === cohorts[1]!.roomId ? HOUR / 2 : 0);
    const clashes = sessions.flatMap((one, at) =>
      sessions.slice(at + 1).flatMap((other) => {
        const together = one.startsAt < other.endsAt && other.startsAt < one.endsAt;
        const inRoom =
          one.roomId !== null &&
          one.roomId === other.roomId &&
          one.startsAt - margin(one) < other.endsAt + margin(other) &&
          other.startsAt - margin(other) < one.endsAt + margin(one);
        return [
          ...(inRoom ? ['room'] : []),
          ...(together && one.cohortId === other.cohortId ? ['cohort'] : []),
          ...(together && one.people.some((who) => other.people.includes(who)) ? ['instructor'] : []),
        ];
      }),
    );
    const short = sessions.filter(
      (one) =>
        sessions
          .filter((other) => other.startsAt <= one.startsAt && one.startsAt < other.endsAt)
          .reduce((sum, { seats }) => sum + seats, 0) > SEATS,
    );
    return [...clashes, ...short.map(() => 'licence')];
  }

  function changeOf(
    { kind, cohort, pick, place: { day, hour, length, room, taught, seats } }: Step,
    { stands, cancelled }: Week,
    from: number,
  ): SessionChange {
    const startsAt = from + (day * 24 + hour) * HOUR;
    const there = {
      startsAt,
      endsAt: startsAt + length * HOUR,
      roomId: room === null ? null : cohorts[room]!.roomId,
      instructors: taught ? [{ instructorId: cohorts[0]!.instructorId, role: 'lead' as const }] : [],
      licences: seats === 0 ? [] : [{ poolId, seats }],
    };
    const [session, gone] = [
      stands[pick % Math.max(1, stands.length)]?.id,
      cancelled[pick % Math.max(1, cancelled.length)],
    ];
    if (kind === 'move' && session) return { kind, sessionId: session, seenSequence: null, slot: there };
    if (kind === 'cancel' && session) return { kind, sessionId: session, seenSequence: null, reason: '停课' };
    if (kind === 'restore' && gone)
      return { kind, sessionId: gone, seenSequence: null, slot: pick % 2 === 0 ? null : there };
    return { kind: 'place', cohortId: cohorts[cohort]!.id, slot: there };
  }

  test('accepted plans contain no clash, and refused plans change nothing', async () => {
    const coordinator = await person(academy, 'coordinator');
    let [accepted, refusals] = [0, 0];
    await fc.assert(
      fc.asyncProperty(plans, async (run) => {
        week += 1;
        const from = instantOf('2026-06-01', '00:00') + week * WEEK;
        let before = await standing(from);
        for (const steps of run) {
          const changes = steps.map((one) => changeOf(one, before, from));
          const touched = changes.flatMap((change) => (change.kind === 'place' ? [] : [change.sessionId]));
          if (new Set(touched).size < touched.length) continue;
          const outcome = await academy.app
            .get(UnitOfWork)
            .run(coordinator, (tx) => academy.app.get(ChangeTimetable).execute(tx, changes));
          const after = await standing(from);
          if (isRefused(outcome)) {
            refusals += 1;
            expect(after).toEqual(before);
          } else accepted += 1;
          expect(clashesIn(after.stands)).toEqual([]);
          before = after;
        }
      }),
      // Shrinking would repeat the plans for minutes and hide what failed.
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(RUNS);
    expect(refusals).toBeGreaterThan(RUNS);
  }, 1_200_000);
});
