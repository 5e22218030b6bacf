import { setTimeout as wait } from 'node:timers/promises';
import { bitOf, encodeBits } from '../../../../src/certifications/documents/credential/status-list.js';
import { verifyLog } from '../../../../src/certifications/index.js';
import { ReadDatabase, UnitOfWork } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { certificateSteps } from '../certificate-steps.js';
import { placeOf } from '../documents/sealed.js';

const isPostgres = DATABASE === 'PostgreSQL';

describe(`a status list that somebody writes while the list is signed anew, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one, revoke } = certificateSteps(() => academy);
  const served = async (): Promise<string> => (await academy.client().get('/status/1')).text;

  beforeEach(async () => {
    academy = await TestAcademy.open();
  });
  afterEach(() => academy.close());

  /** A revocation, and the signed list before it, with the bits after it written behind. */
  async function forgedAfterRevocation(): Promise<{ update: string; index: number }> {
    const { row } = await one('刘洋', null);
    const { index } = await placeOf(academy, row.id);
    const before = await served();
    await revoke(row);
    const text = `${before.slice(0, -1)},"credentialSubject":{"encodedList":"${encodeBits([index])}"}}`;
    const set = `text = '${text}', ended = 1, signed_at = ${academy.clock.now()}`;
    return { update: `UPDATE status_list SET ${set} WHERE list = 1`, index };
  }

  async function demandGenuine(text: string, index: number): Promise<void> {
    const list = JSON.parse(text) as { readonly credentialSubject: { readonly encodedList: string } };
    expect(text).toBe(JSON.stringify(list));
    expect(bitOf(list.credentialSubject.encodedList, index)).toBe(true);
    expect(await served()).toBe(text);
    expect((await verifyLog(academy.app.get(ReadDatabase))).faults).toEqual([]);
  }

  it('is neither served nor kept where it came before the transaction that keeps the list', async () => {
    const { update, index } = await forgedAfterRevocation();
    const unitOfWork = academy.app.get(UnitOfWork);
    const run = unitOfWork.run.bind(unitOfWork);
    unitOfWork.run = async (actor, work) => {
      await academy.connections.write.query(update);
      return run(actor, work);
    };
    const text = await served();
    unitOfWork.run = run;
    await demandGenuine(text, index);
  }, 60_000);

  if (isPostgres)
    it('is neither served nor kept where another session holds the list until it has written', async () => {
      const { update, index } = await forgedAfterRevocation();
      const session = academy.connections.write.createQueryRunner();
      await session.startTransaction();
      await session.query('SELECT list FROM status_list FOR UPDATE');
      const serving = served();
      const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%status_list%' AND datname = current_database()`;
      while ((await academy.connections.write.query<unknown[]>(waits)).length === 0) await wait(20);
      await session.query(update);
      await session.commitTransaction();
      await session.release();
      await demandGenuine(await serving, index);
    }, 60_000);

  it('is named by verify-log where a name stands in it twice', async () => {
    const { update } = await forgedAfterRevocation();
    await academy.connections.write.query(update);
    expect((await verifyLog(academy.app.get(ReadDatabase))).faults).toEqual([expect.stringContaining('Status list 1')]);
  }, 60_000);
});
