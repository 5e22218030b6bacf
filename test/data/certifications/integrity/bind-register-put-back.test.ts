import sql from 'sql-template-tag';
import { SignCertificates, VerifyCertificate } from '../../../../src/certifications/index.js';
import { ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { commandLineOf } from '../../../support/operator.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

const DIFFERENCE = 'Records were put back to an earlier state, or taken away.';
const ACCEPT = '--accept-put-back';

describe(`bind-register after records were put back with their own bindings, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  /** Undoes the hiding of the certificate, by rows that were genuine before. */
  let putBack: () => Promise<void>;
  let putForward: () => Promise<void>;
  let state: { changes: number; bindingSum: string; mac: string };
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const all = <T>(query: ReturnType<typeof sql>): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const operator = (...args: string[]) => commandLineOf(academy.config)(...args);
  const pageSays = async (text: string): Promise<boolean> =>
    wordsOf((await academy.client().get(`/c/${row.token}`)).text).includes(text);
  const stateNow = async (): Promise<typeof state> =>
    (
      await all<typeof state>(
        sql`SELECT changes AS "changes", binding_sum AS "bindingSum", mac AS "mac" FROM register_state`,
      )
    )[0]!;
  const hashAhead = async (): Promise<void> => {
    const [head] = await all<{ size: number }>(sql`SELECT size AS "size" FROM log_head`);
    await write(
      `INSERT INTO log_hash (level, position, hash) VALUES (0, ${head!.size}, '${Buffer.alloc(32, 5).toString('base64')}')`,
    );
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    const made = await one('王芳', null);
    row = made.row;
    await academy.app.get(SignCertificates).execute();
    const binding = async (): Promise<{ parts: string; mac: string }> =>
      (
        await all<{ parts: string; mac: string }>(
          sql`SELECT parts AS "parts", mac AS "mac" FROM certificate_binding WHERE certificate_id = ${row.id}`,
        )
      )[0]!;
    const [shown, shownState] = [await binding(), await stateNow()];
    state = shownState;
    const path = `/my/certificates/${row.id}`;
    await (await signedIn(academy, made.scenario.trainees[0]!)).submit(`${path}/hiding`, {}, path);
    const hidden = await binding();
    await academy.app.get(Ticker).runNow('register state');
    const [hiding] = await all<{ id: string; at: number }>(
      sql`SELECT id AS "id", hidden_at AS "at" FROM certificate_hiding`,
    );
    const bind = async ({ parts, mac }: typeof shown): Promise<void> => {
      await write(
        `UPDATE certificate_binding SET parts = '${parts}', mac = '${mac}' WHERE certificate_id = '${row.id}'`,
      );
    };
    putBack = async () => {
      await write('DELETE FROM certificate_hiding');
      await bind(shown);
    };
    putForward = async () => {
      await write(
        `INSERT INTO certificate_hiding (id, certificate_id, hidden_at) VALUES ('${hiding!.id}', '${row.id}', ${hiding!.at})`,
      );
      await bind(hidden);
    };
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('removes hashes of no signed entry, names the difference and keeps the sum, so that verify-log goes on naming it', async () => {
    await putBack();
    await hashAhead();
    const before = await stateNow();
    const refused = await operator('bind-register');
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringContaining('Removed from the log 1 rows') as string,
    });
    expect(refused.errors).toContain(DIFFERENCE);
    expect(refused.errors).toContain(`bind-register ${ACCEPT}`);
    expect(await stateNow()).toEqual(before);
    expect(await operator('verify-log')).toMatchObject({
      code: 1,
      errors: expect.stringContaining(DIFFERENCE) as string,
    });
    await putForward();
    expect(await operator('verify-log')).toMatchObject({ code: 0 });
    expect(await operator('bind-register')).toMatchObject({ code: 0 });
    await academy.restart();
    expect(await pageSays('持证人现在不公开这份证书')).toBe(true);
  }, 90_000);

  it('accepts them if the operator says so, and records what was accepted', async () => {
    await putBack();
    const accepted = await operator('bind-register', ACCEPT);
    expect([accepted.code, accepted.output]).toEqual([
      0,
      expect.stringContaining('Accepted: What binds the 1 certificates'),
    ]);
    expect(await operator('verify-log')).toMatchObject({ code: 0 });
    const [entry] = await all<{ detail: unknown }>(
      sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'register.bound' ORDER BY id DESC LIMIT 1`,
    );
    expect(JSON.stringify(entry)).toContain('Records were put back');
    await academy.restart();
    expect(await pageSays('这份证书有效')).toBe(true);
  }, 90_000);

  it('refuses as well where the state was put back with them, or altered or removed', async () => {
    await putBack();
    await disableTriggers(academy, ['register_state']);
    const later = await stateNow();
    await write(
      `UPDATE register_state SET changes = ${state.changes}, binding_sum = '${state.bindingSum}', mac = '${state.mac}'`,
    );
    const outcomes = [await operator('bind-register')];
    expect(outcomes[0]!.errors).toContain('The database was put back to an earlier state');
    await write(
      `UPDATE register_state SET changes = ${later.changes}, binding_sum = '${later.bindingSum}', mac = '${'0'.repeat(64)}'`,
    );
    outcomes.push(await operator('bind-register'));
    expect(await stateNow()).toMatchObject({ mac: '0'.repeat(64) });
    await write('DELETE FROM register_state');
    outcomes.push(await operator('bind-register'));
    for (const { code, output, errors } of outcomes) {
      expect([code, output]).toEqual([1, expect.stringContaining('Certificates bound 0')]);
      expect(errors).toContain('Nothing was bound');
    }
    expect(await all(sql`SELECT 1 AS "one" FROM register_state`)).toEqual([]);
  }, 90_000);

  it('adds what it binds to the sum where nothing was put back', async () => {
    const { row: other } = await one('赵六', null);
    await academy.app.get(SignCertificates).execute();
    const enableTriggers = await disableTriggers(academy, ['certificate_binding']);
    await write(`UPDATE certificate_binding SET acted_at = acted_at + 1 WHERE certificate_id = '${other.id}'`);
    await enableTriggers();
    expect((await operator('bind-register')).errors).toContain(`--issued ${other.number}`);
    const named = await operator('bind-register', '--issued', other.number);
    expect([named.code, named.output]).toEqual([0, expect.stringContaining('Certificates bound 1')]);
    expect(await operator('verify-log')).toMatchObject({ code: 0 });
    await academy.restart();
    expect((await academy.app.get(VerifyCertificate).byToken(other.token)).verdict).toBe('valid');
  }, 90_000);
});
