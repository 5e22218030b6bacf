import sql from 'sql-template-tag';
import { RequestRenewal } from '../../../../../src/certifications/lifecycle/actions/request-renewal.js';
import { RevokeCertificate } from '../../../../../src/certifications/lifecycle/actions/revoke-certificate.js';
import { isRefused, Jobs } from '../../../../../src/platform/index.js';
import type { Row } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { disableTriggers } from '../../../../support/behind-the-back.js';
import { DATABASE } from '../../../../support/database.js';
import { person, type Person } from '../../../../support/people.js';
import { batchSteps } from './batch-steps.js';

const REVOCATION = { reasonClass: 'other', reason: '考试作弊' } as const;

describe(`acts on a record that somebody has altered for a moment, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let administrator: Person;
  let giveBack: () => Promise<void>;
  const { all, write, reasonsOf, alarms, certified, begun } = batchSteps(() => academy);
  /** What an act answers while the row says that the certificate was revoked. */
  const whileRevoked = async <T>({ id }: Row, act: () => Promise<T>): Promise<T> => {
    await write(`UPDATE certificate SET state = 'revoked', revoked_at = 1, reason = 'x' WHERE id = '${id}'`);
    try {
      return await act();
    } finally {
      await write(`UPDATE certificate SET state = 'valid', revoked_at = NULL, reason = NULL WHERE id = '${id}'`);
    }
  };
  const codesOf = (outcome: unknown): string[] => (isRefused(outcome) ? outcome.reasons.map(({ code }) => code) : []);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    administrator = await person(academy, 'administrator');
    giveBack = await disableTriggers(academy, ['certificate']);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await write('DELETE FROM register_alarm');
  });
  afterAll(async () => {
    await giveBack();
    await academy.close();
  });

  it('says that it was altered and not that it was revoked before, raises an alarm, and revokes it afterwards', async () => {
    const [row] = (await certified(['甲一'])) as [Row];
    const revoke = (): Promise<unknown> =>
      academy.app.get(RevokeCertificate).execute(administrator, row.id, REVOCATION);
    expect(codesOf(await whileRevoked(row, revoke))).toEqual(['recordAltered']);
    expect(await alarms('certificate')).toBe(1);
    expect(await revoke()).toEqual({ number: row.number });
    expect(codesOf(await revoke())).toEqual(['certificateNotValid']);
  });

  it('settles an item of a bulk revocation with what is so, and raises an alarm', async () => {
    const rows = await certified(['甲二', '乙二']);
    const batch = await begun(administrator, rows);
    await whileRevoked(rows[1]!, () => academy.app.get(Jobs).finish());
    expect([await reasonsOf(batch), await alarms('certificate')]).toEqual([['', 'recordAltered'], 1]);
  });

  it('answers no request for a renewal from it', async () => {
    const [row] = (await certified(['甲三'])) as [Row];
    await write(`UPDATE trainee SET account_id = '${administrator.id}'
      WHERE id = (SELECT trainee_id FROM certificate WHERE id = '${row.id}')`);
    const request = (): Promise<unknown> => academy.app.get(RequestRenewal).execute(administrator, row.id, null);
    expect(codesOf(await whileRevoked(row, request))).toEqual(['recordAltered']);
    expect(await alarms('certificate')).toBe(1);
    expect(await all(sql`SELECT id AS "id" FROM renewal_request`)).toEqual([]);
  });
});
