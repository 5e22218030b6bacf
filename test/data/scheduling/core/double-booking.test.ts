import sql from 'sql-template-tag';
import { newId, ReadDatabase } from '../../../../src/platform/index.js';
import { LicencePool } from '../../../../src/scheduling/core/data/licence-pool.entity.js';
import { SessionHold } from '../../../../src/scheduling/core/data/session-hold.entity.js';
import { Session } from '../../../../src/scheduling/index.js';
import { aCohort, type BuiltCohort } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';

const HOUR = 3_600_000;
type Hold = Partial<SessionHold> & Pick<SessionHold, 'kind' | 'holderId'>;

describe(`the ledger of what sessions hold, in ${DATABASE}`, () => {
  let academy: TestAcademy;
  let one: BuiltCohort;
  let number = 100;
  let free = 0;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    one = await aCohort(academy);
  });
  afterAll(() => academy.close());

  /** Writes past every rule, as a faulty program would. */
  const store = (hold: Hold): Promise<string> =>
    academy.write(async (tx) => {
      tx.withoutAudit('what no program of ours does');
      const id = newId();
      number += 1;
      await tx.of(Session).insert({
        id,
        cohortId: one.id,
        number,
        startsAt: 0,
        endsAt: HOUR,
        roomId: null,
        state: 'planned',
        sequence: 0,
        updatedAt: 0,
      });
      await tx
        .of(SessionHold)
        .insert({ sessionId: id, heldFrom: 0, heldUntil: HOUR, seats: 1, overridden: 0, ...hold });
      return id;
    });
  const change = (sessionId: string, to: Partial<SessionHold>): Promise<unknown> =>
    academy.write(async (tx) => {
      tx.withoutAudit('what no program of ours does');
      return tx.of(SessionHold).update({ sessionId }, to);
    });
  /** A span that nothing else in this file touches. */
  const freeSpan = () => {
    free += 1;
    return { heldFrom: free * 100 * HOUR, heldUntil: (free * 100 + 3) * HOUR };
  };
  const aPool = (seats: number): Promise<string> =>
    academy.write(async (tx) => {
      tx.withoutAudit('a row of a story');
      const id = newId();
      await tx.of(LicencePool).insert({
        id,
        kind: 'software',
        product: 'Visual Studio',
        edition: 'Enterprise',
        vendor: null,
        agreement: 'MPSA-1',
        seats,
        validFrom: '2026-01-01',
        validUntil: null,
        createdAt: 0,
        closedAt: null,
      });
      return id;
    });

  test('contains the room, instructor and cohort of every session that is not cancelled', async () => {
    const held = await academy.app.get(ReadDatabase).query<{ kind: string; holder: string }>(sql`
      SELECT h.kind AS "kind", h.holder_id AS "holder" FROM session_hold h JOIN session s ON s.id = h.session_id WHERE s.cohort_id = ${one.id} AND s.number = 1 ORDER BY h.kind`);
    expect(held).toEqual([
      { kind: 'cohort', holder: one.id },
      { kind: 'instructor', holder: one.instructorId },
      { kind: 'room', holder: one.roomId },
    ]);
  });

  test.each(['room', 'instructor', 'cohort'] as const)(
    'refuses a second session of one %s, whatever the overlap',
    async (kind) => {
      const holderId = newId();
      const span = freeSpan();
      await store({ kind, holderId, ...span });
      for (const [from, until] of [
        [0, 0],
        [1, 1],
        [-1, -1],
        [1, -1],
        [-1, 1],
      ] as const) {
        await expect(
          store({ kind, holderId, heldFrom: span.heldFrom + from * HOUR, heldUntil: span.heldUntil + until * HOUR }),
        ).rejects.toThrow(/ex_session_hold/);
      }
    },
  );

  test('allows adjacent sessions but no double booking, with or without an override', async () => {
    const holderId = newId();
    const span = freeSpan();
    await store({ kind: 'room', holderId, ...span });
    await store({ kind: 'room', holderId, heldFrom: span.heldUntil, heldUntil: span.heldUntil + HOUR });
    await store({ kind: 'room', holderId, heldFrom: span.heldFrom - HOUR, heldUntil: span.heldFrom });
    await expect(store({ kind: 'room', holderId, ...span, overridden: 1 })).rejects.toThrow(/ex_session_hold/);
  });

  test('refuses to move a session onto another, by time or by room', async () => {
    const [lab, hall] = [newId(), newId()];
    const [span, later] = [freeSpan(), freeSpan()];
    await store({ kind: 'room', holderId: lab, ...span });
    const id = await store({ kind: 'room', holderId: lab, ...later });
    await expect(change(id, span)).rejects.toThrow(/ex_session_hold/);
    await change(id, { holderId: hall });
    await change(id, span);
    await expect(change(id, { holderId: lab })).rejects.toThrow(/ex_session_hold/);
  });

  test('gives out all seats of a pool at every moment, but not one more', async () => {
    const holderId = await aPool(40);
    const { heldFrom } = freeSpan();
    const during = (from: number, until: number, seats: number) =>
      store({ kind: 'pool', holderId, heldFrom: heldFrom + from * HOUR, heldUntil: heldFrom + until * HOUR, seats });
    await during(0, 2, 24);
    await during(2, 4, 40);
    await expect(during(1, 2, 17)).rejects.toThrow(/ck_session_hold_seats/);
    await expect(during(1, 3, 1)).rejects.toThrow(/ck_session_hold_seats/);
    await expect(during(-1, 9, 1)).rejects.toThrow(/ck_session_hold_seats/);
    const id = await during(1, 2, 16);
    await expect(change(id, { seats: 17 })).rejects.toThrow(/ck_session_hold_seats/);
    await expect(during(6, 7, 41)).rejects.toThrow(/ck_session_hold_seats/);
  });

  test('refuses a hold that ends before it starts or lasts more than a day and its margins', async () => {
    const holderId = newId();
    await expect(store({ kind: 'room', holderId, heldFrom: 10 * HOUR, heldUntil: 10 * HOUR })).rejects.toThrow(
      /ck_session_hold_length/,
    );
    await expect(store({ kind: 'room', holderId, heldFrom: 10 * HOUR, heldUntil: 43 * HOUR })).rejects.toThrow(
      /ck_session_hold_length/,
    );
  });
});
