import sql from 'sql-template-tag';
import {
  logOf,
  noteRestore,
  registerSeen,
  SignCertificates,
  verifyKeysFrom,
  verifyLog,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { Keys, ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { person } from '../../../support/people.js';
import { DatabaseCopy, TABLES } from './database-copy.js';

interface Stored {
  readonly logSize: number;
  readonly logRoot: string;
  readonly mac: string;
}

describe(`an earlier state with the same log, put in after a restore, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  let earlier: DatabaseCopy;
  const { one } = certificateSteps(() => academy);
  const stored = async (): Promise<Stored> => {
    const [state] = await academy.app
      .get(ReadDatabase)
      .query<Stored>(sql`SELECT log_size AS "logSize", log_root AS "logRoot", mac AS "mac" FROM register_state`);
    return state!;
  };
  const verdict = async (): Promise<string> => (await academy.app.get(VerifyCertificate).byToken(row.token)).verdict;
  const findings = async (): Promise<string> =>
    (
      await verifyLog(academy.app.get(ReadDatabase), [], {
        ...verifyKeysFrom(academy.app.get(Keys)),
        seen: registerSeen(academy.config),
      })
    ).faults.join('\n');
  const putBack = async (): Promise<void> => {
    await disableTriggers(academy, TABLES);
    for (const table of ['issuer_key', 'register_state'] as const) await earlier.putBack(table);
  };

  /** Declared compromised: the register changes, and its log does not. */
  beforeEach(async () => {
    academy = await TestAcademy.open();
    ({ row } = await one('王芳', null));
    await academy.app.get(SignCertificates).execute();
    const administrator = await person(academy, 'administrator');
    const [key] = await academy.app
      .get(ReadDatabase)
      .query<{ id: string }>(sql`SELECT id AS "id" FROM issuer_key WHERE kind = 'assertion' AND state = 'active'`);
    await academy.app.get(RotateIssuerKey).execute(administrator, key!.id);
    earlier = await DatabaseCopy.of(academy);
    const before = logOf(await stored());
    await academy.app.get(DeclareKeyCompromised).execute(administrator, { id: key!.id, note: '私钥泄露' });
    expect(logOf(await stored())).toBe(before);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('is not accepted by the first start: nothing of it is valid, nothing is written, and verify-log names it', async () => {
    const state = await stored();
    noteRestore(academy.config, { log: logOf(state), mac: state.mac });
    await putBack();
    await academy.restart();
    expect(await verdict()).toBe('couldNotCheck');
    expect(await findings()).toContain('left behind when a backup was restored');
    expect(await findings()).toContain('the audit trail says that it was declared compromised');
    await academy.restart();
    expect(await verdict()).toBe('couldNotCheck');
  }, 90_000);

  it('is not accepted after the start has begun an epoch either', async () => {
    const state = await stored();
    noteRestore(academy.config, { log: logOf(state), mac: state.mac });
    await academy.restart();
    expect([await findings(), registerSeen(academy.config).restored]).toEqual(['', undefined]);
    await putBack();
    expect(await verdict()).toBe('couldNotCheck');
  }, 90_000);

  it('is not accepted where the backup had no state', async () => {
    noteRestore(academy.config, { log: logOf(await stored()), mac: null });
    await academy.restart();
    expect(await verdict()).toBe('couldNotCheck');
  }, 90_000);

  it('is named by verify-log where the backup is from before backups told it', async () => {
    noteRestore(academy.config, { log: logOf(await stored()) });
    await putBack();
    await academy.restart();
    expect(await findings()).toContain('the audit trail says that it was declared compromised');
  }, 90_000);
});
