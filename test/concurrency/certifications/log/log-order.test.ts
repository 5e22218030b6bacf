import sql from 'sql-template-tag';
import { OwnRegisterWriter } from '../../../../src/certifications/binding/actions/own-register-writer.js';
import { appendToLog } from '../../../../src/certifications/log/data/append-to-log.js';
import type { LogEventKind } from '../../../../src/certifications/log/log/entry.js';
import { IssuerKeys, verifyLog } from '../../../../src/certifications/index.js';
import { fingerprint, ReadDatabase } from '../../../../src/platform/index.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { type Row, certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';

describe('units that append to the log at the same time', () => {
  let academy: TestAcademy;
  const { issue, certificatesOf } = certificateSteps(() => academy);
  let rows: Row[];
  const append = async (events: readonly (readonly [string, LogEventKind])[]): Promise<void> => {
    const keys = academy.app.get(IssuerKeys);
    const { log: signer } = await keys.ready();
    await academy.write(async (tx) => {
      await appendToLog(
        tx,
        { signer, keys, register: academy.app.get(OwnRegisterWriter) },
        events.map(([certificateId, kind]) => ({ certificateId, kind, credentialHash: fingerprint(certificateId) })),
      );
      tx.withoutAudit('a story is told');
    });
  };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const scenario = await graduates(academy, {
      names: Array.from({ length: 21 }, (_, at) => ({ name: `学员${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}` })),
    });
    await issue(scenario);
    rows = await certificatesOf(scenario);
  }, 120_000);
  afterAll(() => academy.close());

  it('leave one order without gaps, and a tree that holds', async () => {
    const begins = await academy.app.get(ReadDatabase).count(sql`SELECT count(*) AS "n" FROM log_entry`);
    await Promise.all(
      Array.from({ length: 20 }, (_, unit) =>
        append([
          [rows[unit]!.id, 'revoke'],
          [rows[unit]!.id, 'reissue'],
        ]),
      ),
    );
    const entries = await academy.app.get(ReadDatabase).query<{
      position: number;
      certificateId: string;
      kind: string;
    }>(sql`
      SELECT position AS "position", certificate_id AS "certificateId", kind AS "kind" FROM log_entry WHERE position >= ${begins} ORDER BY position`);
    expect(entries.map(({ position }) => position - begins)).toEqual(Array.from({ length: 40 }, (_, at) => at));
    for (const pair of Array.from({ length: 20 }, (_, unit) => entries.slice(unit * 2, unit * 2 + 2))) {
      expect([pair[0]!.certificateId, pair.map(({ kind }) => kind)]).toEqual([
        pair[1]!.certificateId,
        ['revoke', 'reissue'],
      ]);
    }
    const { size, faults } = await verifyLog(academy.app.get(ReadDatabase));
    expect(size).toBe(begins + 40);
    expect(faults.filter((fault) => !fault.startsWith('Certificate'))).toEqual([]);
  });

  it('are never older than what they follow, though one began before the other, or the clock was set back', async () => {
    const now = academy.clock.now();
    academy.clock.moveTo(now - 3_600_000);
    try {
      await append([[rows[20]!.id, 'reissue']]);
    } finally {
      academy.clock.moveTo(now);
    }
    const { faults } = await verifyLog(academy.app.get(ReadDatabase));
    expect(faults.filter((fault) => !fault.startsWith('Certificate'))).toEqual([]);
  });

  it('log one thing once: the second is refused by the database', async () => {
    const { id } = rows[20]!;
    const revoke = (): Promise<void> => append([[id, 'revoke']]);
    const outcomes = await Promise.allSettled([revoke(), revoke(), revoke()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      await academy.app
        .get(ReadDatabase)
        .count(sql`SELECT count(*) AS "n" FROM log_entry WHERE certificate_id = ${id} AND kind = 'revoke'`),
    ).toBe(1);
  });

  it.each([
    'DELETE FROM log_entry',
    "UPDATE log_entry SET text = ''",
    'DELETE FROM log_hash',
    "UPDATE log_hash SET hash = ''",
    'DELETE FROM log_head',
    'UPDATE log_head SET size = size - 1',
    "UPDATE log_head SET root = 'x'",
  ])('cannot be undone: %s', async (statement) => {
    await expect(academy.connections.write.query(statement)).rejects.toThrow(/only grows/);
  });
});
