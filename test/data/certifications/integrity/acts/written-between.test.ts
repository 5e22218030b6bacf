import { setTimeout as wait } from 'node:timers/promises';
import sql, { raw } from 'sql-template-tag';
import { RegisterBinding } from '../../../../../src/certifications/binding/index.js';
import { RevokeCertificate, SignCertificates, VerifyCertificate } from '../../../../../src/certifications/index.js';
import { LogHasBeenChanged } from '../../../../../src/certifications/log/index.js';
import { CertificateHiding } from '../../../../../src/certifications/register/data/certificate-hiding.entity.js';
import { newId, type Transaction } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person } from '../../../../support/people.js';

const isPostgres = DATABASE === 'PostgreSQL';
const FOREIGN_EVENT = '00000000-0000-7000-8000-0000000000ee';

describe(`what somebody writes between an act’s check and its binding, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    row = (await one('王芳', null)).row;
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterAll(async () => {
    academy.takeErrors();
    await academy.close();
  });

  /** An act that hides the certificate, and somebody who writes before it binds. */
  const hidingBeside = (write: (tx: Transaction) => Promise<unknown>): Promise<void> =>
    academy.write(async (tx) => {
      const binding = academy.app.get(RegisterBinding);
      const judged = (await binding.inOrder(tx, [row.id])).get(row.id)!;
      const hiding = { id: newId(), hiddenAt: tx.now, shownAt: null };
      await tx.of(CertificateHiding).insert({ ...hiding, certificateId: row.id });
      await write(tx);
      await binding.again(tx, [{ judged, written: { hiding } }]);
    });

  it.each([
    ['an event that became a revocation', `UPDATE certificate_event SET kind = 'revoked', reason = '造假'`],
    ['another name of who issued it', `UPDATE certificate_event SET actor_name = '省人社厅'`],
    [
      'another event',
      `INSERT INTO certificate_event (id, certificate_id, at, kind, reason, actor_name)
       SELECT '${FOREIGN_EVENT}', certificate_id, at, 'renewed', NULL, actor_name FROM certificate_event ORDER BY id LIMIT 1`,
    ],
    [
      'a class of a reason',
      `INSERT INTO certificate_reason (event_id, reason_class) SELECT id, 'misconduct' FROM certificate_event`,
    ],
    ['the end of the hiding that it wrote', 'UPDATE certificate_hiding SET shown_at = hidden_at + 1'],
    ['another binding', `UPDATE certificate_binding SET mac = '${'ab'.repeat(32)}'`],
    ['another state', `UPDATE certificate SET state = 'revoked', revoked_at = 5, reason = '造假'`],
  ])('is not bound as genuine: %s', async (_, statement) => {
    await expect(hidingBeside((tx) => tx.query(sql`${raw(statement)}`))).rejects.toThrow(LogHasBeenChanged);
    expect((await academy.app.get(VerifyCertificate).byToken(row.token)).verdict).toBe('valid');
  });

  // Two sessions can write at the same time in PostgreSQL only.
  if (isPostgres)
    it('is not bound where another session holds the register until it has written', async () => {
      const other = academy.connections.write.createQueryRunner();
      const act = academy.app.get(RevokeCertificate);
      const { row: own } = await one('赵六', null);
      await academy.app.get(SignCertificates).execute();
      const administrator = await person(academy, 'administrator');
      await other.startTransaction();
      await other.query('SELECT id FROM register_state FOR UPDATE');
      const revoking = act.execute(administrator, own.id, { reasonClass: 'issuedInError', reason: '误发，经核实' });
      const refused = expect(revoking).rejects.toThrow(LogHasBeenChanged);
      const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%register_state%' AND datname = current_database()`;
      while ((await academy.connections.write.query<unknown[]>(waits)).length === 0) await wait(20);
      await other.query(`UPDATE certificate_event SET actor_name = '省人社厅' WHERE certificate_id = '${own.id}'`);
      await other.commitTransaction();
      await other.release();
      await refused;
      const stored = await academy.connections.write.query<{ state: string }[]>(
        `SELECT state FROM certificate WHERE id = '${own.id}'`,
      );
      expect(stored).toEqual([{ state: 'valid' }]);
      expect((await academy.app.get(VerifyCertificate).byToken(own.token)).verdict).toBe('couldNotCheck');
    }, 60_000);
});
