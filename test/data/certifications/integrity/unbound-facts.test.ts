import { MakeReceipt } from '../../../../src/certifications/verification/actions/make-receipt.js';
import {
  SignCertificates,
  verifyKeysFrom,
  verifyLog,
  VerifyCertificate,
} from '../../../../src/certifications/index.js';
import { Keys, ReadDatabase } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { withTampering, disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';

/** What nothing binds, and what it is compared with says that it was altered. `WHERE` names its row. */
const ALTERED: readonly (readonly [what: string, table: string, set: string, said: string])[] = [
  ['a series that is set forward', 'number_sequence', 'next = next + 1000', 'was set forward'],
  ['a series that is set back', 'number_sequence', 'next = 1', 'was set back'],
  ['who drew a number', 'drawn_number', `actor_name = '别人'`, 'who drew it'],
  ['when a number was drawn', 'drawn_number', 'drawn_at = settled_at + 1', 'when it was drawn'],
  ['when a number was settled', 'drawn_number', 'settled_at = settled_at + 1', 'settled'],
  ['the place of a number', 'drawn_number', 'sequence = sequence + 100', 'place in it'],
  ['the name of an achievement', 'achievement', `name_zh = '首席专家'`, 'not what its current version says'],
  ['the months of an achievement', 'achievement', 'valid_months = 599', 'not what its current version says'],
  [
    'the skills of an achievement’s version',
    'achievement_version',
    `skills = '[{"nameZh":"别的","nameEn":"Other","url":null}]'`,
    'its text is not what certificate',
  ],
  ['the level of an achievement’s version', 'achievement_version', `level = 'expert'`, 'its text is not what'],
  ['that an achievement’s version is gone', 'achievement_version', 'number = number + 100', 'its text is not what'],
  [
    'the wording of a template',
    'certificate_template',
    `wording = REPLACE(wording, '{hours}', '{cohort}')`,
    'its wording',
  ],
  ['the heading of a template', 'certificate_template', `name_zh = '别的证书'`, 'its wording'],
  [
    'a number pattern',
    'certificate_template',
    `number_pattern = '{PREFIX}-{YYYY}-{SEQ:4}'`,
    'no certificate template writes',
  ],
  ['the hours of a course', 'course_version', 'hours = hours + 100', 'the title or the hours'],
];

describe(`what is told of facts that nothing binds, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  let giveBack: () => Promise<void>;
  const { one } = certificateSteps(() => academy);
  const faults = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');
  const tables = [...new Set(ALTERED.map(([, table]) => table)), 'verification_receipt'];

  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ row } = await one('王芳', null));
    await one('赵六', null);
    await academy.app.get(SignCertificates).execute();
    giveBack = await disableTriggers(academy, tables);
  }, 240_000);
  afterAll(async () => {
    await giveBack();
    academy.takeErrors();
    await academy.close();
  });

  it('is nothing where nobody has altered them', async () => {
    expect(await faults()).toBe('');
  });

  it.each(ALTERED)('names %s', async (_what, table, set, said) => {
    const does = [`CREATE TABLE kept_rows AS SELECT * FROM ${table}`, `UPDATE ${table} SET ${set}`];
    const column = set.slice(0, set.indexOf(' '));
    const key = { number_sequence: 'scope', drawn_number: 'number_key' }[table] ?? 'id';
    const undoes = [
      `UPDATE ${table} SET ${column} = (SELECT k.${column} FROM kept_rows k WHERE k.${key} = ${table}.${key})`,
      'DROP TABLE kept_rows',
    ];
    await withTampering(academy, { apply: does, undo: undoes }, async () => expect(await faults()).toContain(said));
    expect(await faults()).toBe('');
  });

  it('names a number that somebody has made up, and a receipt that is gone', async () => {
    const verification = await academy.app.get(VerifyCertificate).byToken(row.token);
    const { reference } = await academy.app.get(MakeReceipt).execute('page', verification);
    const made = `
      INSERT INTO drawn_number (number_key, number, scope, sequence, state, reason, actor_name, drawn_at, settled_at)
      SELECT 'JN1T202600000ZZ', 'JNIT-2026-00000Z-Z', scope, 0, 'void', 'brokenOff', actor_name, drawn_at, settled_at FROM drawn_number WHERE number = '${row.number}'`;
    const does = [made, 'DELETE FROM verification_receipt'];
    const undoes = [
      `DELETE FROM drawn_number WHERE number_key = 'JN1T202600000ZZ'`,
      `DELETE FROM record_binding WHERE kind = 'receipt'`,
    ];
    await withTampering(academy, { apply: does, undo: undoes }, async () => {
      const found = await faults();
      expect(found).toContain('Number JNIT-2026-00000Z-Z');
      expect(found).toContain(`Receipt ${reference}: what binds it is there`);
    });
  });
});
