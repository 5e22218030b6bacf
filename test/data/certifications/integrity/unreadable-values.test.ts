import type { Sql } from 'sql-template-tag';
import type { QueryRunner } from 'typeorm';
import { BeginIssuance, VerifyCertificate, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { KNOWN_TABLES } from '../../../../src/certifications/log/data/known-tables.js';
import { MakeReceipt } from '../../../../src/certifications/verification/actions/make-receipt.js';
import { Jobs, Keys, type QueryFunction, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer } from '../../../builders/employers.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { startedList } from '../../../http/certifications/verification/started-list.js';
import { DATABASE } from '../../../support/database.js';
import { person, signedIn } from '../../../support/people.js';
import { type RegisterWorld, registerWorld } from './register-world.js';

const onPostgres = DATABASE === 'PostgreSQL';
const ROW = onPostgres ? 'ctid' : 'rowid';
const TEXTS = [`'{'`, `'null'`, `'{}'`, `''`];
const [BLOB, INFINITY] = [`X'00ff'`, '1e999'];

/** Bound or printed by nothing: what stands there is said to nobody and decides nothing. */
const UNBOUND: Readonly<Record<string, string>> = {
  'achievement_version.created_at': 'printed by nothing',
  'achievement_version.created_by_name': 'printed by nothing',
  'achievement_version.id': 'certificates name the number of the version',
  'certificate_template.active': 'the next issue is looked at by a person',
  'certificate_template.created_at': 'printed by nothing',
  'certificate_template.created_by_name': 'printed by nothing',
  'certificate_template.id': 'certificates name the version',
  'certificate_template.name_en': 'printed by nothing',
  'certificate_template.name_zh': 'printed by nothing',
  'certificate_template.number_pattern': 'the next issue is looked at by a person',
  'certificate_template.number_prefix': 'the next issue is looked at by a person',
  'certificate_template.wording': 'the next issue is looked at by a person',
  'drawn_number.actor_name': 'printed by nothing',
  'drawn_number.number': 'compared by its key',
  'job.created_at': 'no step depends on it',
  'job.done': 'shows the progress',
  'job.total': 'shows the progress',
  'job.id': 'a job that is not the plan’s own takes no step',
  'job.kind': 'a job of no kind takes no step',
  'job.state': 'decides only whether steps are taken',
  'job.subject_id': 'a job that is not the plan’s own takes no step',
  'log_head.at': 'the signed entries have times of their own',
  'log_head.id': 'there is one row',
  'named_template_version.layout': 'the next issue is looked at by a person',
  'named_template_version.number': 'the office’s own order',
  'named_template_version.named_template_id': 'the office’s own order',
  'named_template_version.prints_results': 'the next issue is looked at by a person',
  'status_list.ended': 'every bit is compared',
  'status_list.signed_by': 'the signature names its key',
  'verification_batch.created_at': 'when the list is removed',
  'verification_batch.job_id': 'a list is over when its answer is signed',
  'verification_batch.start_mac': 'decides only whether the rest of a list is answered',
  'verification_batch.started_at': 'decides only whether the rest of a list is answered',
  'verification_record.number_key': 'counts what was asked, and says nothing',
  'verification_receipt.reference': 'an empty one has no page',
};

/** What is over of an issue is history: only what waits is bound. */
const OPEN: Readonly<Record<string, string>> = {
  issuance: `id IN (SELECT issuance_id FROM issuance_item WHERE state = 'waiting')`,
  issuance_item: `state = 'waiting'`,
  job: `id IN (SELECT job_id FROM issuance WHERE id IN (SELECT issuance_id FROM issuance_item WHERE state = 'waiting'))`,
};

interface Column {
  readonly table: string;
  readonly name: string;
  /** Values as SQL. */
  readonly values: readonly string[];
}

/** Of one row each, the last of its table, while columns of the first row are altered: they must be found each time. */
const ALTERED_ELSEWHERE = [
  ['certificate', `recipient_name = '改'`],
  ['log_entry', 'at = at + 1'],
  ['drawn_number', 'settled_at = settled_at + 1'],
  ['verification_receipt', `verdict = 'revoked'`],
  ['verification_record', `asked_name = '改'`],
] as const;

describe(`values that somebody has made unreadable, on ${DATABASE}`, () => {
  let world: RegisterWorld;
  let runner: QueryRunner;
  let columns: readonly Column[];
  /** What is found without any of the values. */
  let before: readonly string[];
  beforeAll(async () => {
    world = await registerWorld();
    await askedTwice(world);
    runner = world.academy.connections.write.createQueryRunner();
    await withoutGuards();
    columns = await columnsOf();
    for (const [table, change] of ALTERED_ELSEWHERE)
      await runner.query(`UPDATE ${table} SET ${change} WHERE ${ROW} = (SELECT MAX(${ROW}) FROM ${table})`);
    before = await faults();
  }, 180_000);
  afterAll(async () => {
    await runner.rollbackTransaction();
    await runner.release();
    await world.academy.close();
  });

  /** Everything happens in one transaction, which is rolled back. */
  async function withoutGuards(): Promise<void> {
    if (!onPostgres) {
      await runner.query('PRAGMA foreign_keys = OFF');
      await runner.query('PRAGMA ignore_check_constraints = ON');
    }
    await runner.startTransaction();
    if (onPostgres) {
      await runner.query('SET LOCAL session_replication_role = replica');
      return;
    }
    const triggers = await rows<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`);
    for (const { name } of triggers) await runner.query(`DROP TRIGGER "${name}"`);
  }

  const rows = async <T>(text: string): Promise<T[]> => (await runner.query(text)) as T[];

  async function columnsOf(): Promise<Column[]> {
    const tables = [...Object.keys(KNOWN_TABLES.sqlite), 'certificate_template'].map((name) => `'${name}'`).join(', ');
    const found = await rows<{ table: string; name: string; type: string }>(
      onPostgres
        ? `SELECT table_name AS "table", column_name AS name, 'text' AS type FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')
              AND table_name IN (${tables})`
        : `SELECT m.name AS "table", c.name AS name, c.type AS type FROM sqlite_master m
            JOIN pragma_table_info(m.name) c WHERE m.name IN (${tables})`,
    );
    return found.map(({ table, name, type }) => ({ table, name, values: valuesOf(type) }));
  }

  /** An infinity in a column of text is a text. */
  function valuesOf(type: string): readonly string[] {
    if (onPostgres) return TEXTS;
    return type === 'text' || type.startsWith('varchar') ? [...TEXTS, BLOB] : [BLOB, INFINITY];
  }

  async function faults(): Promise<readonly string[]> {
    const query: QueryFunction = async <T>(text: Sql) =>
      (await runner.query(onPostgres ? text.text : text.sql, text.values)) as T[];
    return (await verifyLog({ query, isPostgres: onPostgres }, [], verifyKeysFrom(world.academy.app.get(Keys)))).faults;
  }

  /** With a value in one row; `null`: nothing is there, or the database itself forbids the value. */
  async function faultsWith(
    { table, name }: Pick<Column, 'table' | 'name'>,
    value: string,
  ): Promise<readonly string[] | null> {
    const where = `${name} IS NOT NULL AND ${OPEN[table] ?? '1 = 1'}`;
    if ((await rows(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`)).length === 0) return null;
    await runner.query('SAVEPOINT before_value');
    try {
      try {
        await runner.query(
          `UPDATE ${table} SET ${name} = ${value} WHERE ${ROW} = (SELECT MIN(${ROW}) FROM ${table} WHERE ${where})`,
        );
      } catch {
        return null;
      }
      return await faults();
    } finally {
      await runner.query('ROLLBACK TO before_value');
      await runner.query('RELEASE before_value');
    }
  }

  it('are findings, each of them, and keep nothing else from being looked at', async () => {
    const silent = new Set<string>();
    const hiding: string[] = [];
    expect(before.length).toBeGreaterThanOrEqual(ALTERED_ELSEWHERE.length);
    for (const column of columns)
      for (const value of column.values) {
        const label = `${column.table}.${column.name}`;
        const found = await faultsWith(column, value).catch((fault: unknown) => {
          throw new Error(`${label} = ${value}: ${String(fault)}`, { cause: fault });
        });
        if (found?.every((one) => before.includes(one))) silent.add(label);
        const hidden = found ? before.filter((one) => !found.includes(one)) : [];
        hiding.push(...hidden.map((one) => `${label} = ${value}: ${one}`));
      }
    expect(hiding).toEqual([]);
    expect([...silent].filter((label) => !Object.hasOwn(UNBOUND, label))).toEqual([]);
  }, 600_000);

  it.each([
    ['issuer_key', 'material', '{', /Key .*cannot be read/],
    ['issuer_key', 'material', '{"jwk":{}}', /Key .*cannot be read/],
    ['certificate', 'facts', '{', /Certificate .*cannot be read/],
    ['certificate_template', 'signatories', '{', /template, version \d+: it cannot be read/],
    ['certificate_template', 'seal', 'null', /template, version \d+: it cannot be read/],
    ['log_head', 'edge', '{', /its edge does not lead to its root/],
    ['issuance', 'facts', '{', /issue under way .*cannot be read/],
    ['issuance_item', 'state', '', /issue or batch under way .*not what is left of its plan/],
    ['verification_receipt', 'checks', '{', /Receipt .*was put in or altered/],
  ])('name the row: %s.%s = %s', async (table, name, value, told) => {
    const found = await faultsWith({ table, name }, `'${value}'`);
    if (found) expect(found.join('\n')).toMatch(told);
  });

  const named: readonly (readonly [string, string, string, RegExp])[] = [
    ['certificate', 'issued_at', BLOB, /Certificate .*: its row was altered/],
    ['certificate', 'issued_at', INFINITY, /Certificate .*: its row was altered/],
    ['log_entry', 'at', BLOB, /Entry 0 .*says other than the bytes/],
    ['verification_batch', 'answered_at', BLOB, /The employer’s list 名单.* cannot be read/],
    ['verification_batch', 'size', INFINITY, /list .*was put in or altered/],
    ['verification_record', 'at', 'CAST(CAST(at AS TEXT) AS BLOB)', /Check .*: it was put in or altered/],
    ['verification_receipt', 'at', 'CAST(CAST(at AS TEXT) AS BLOB)', /Receipt .*was put in or altered/],
    ['certificate_binding', 'acted_at', 'CAST(CAST(acted_at AS TEXT) AS BLOB)', /what binds its record was not made/],
  ];
  // PostgreSQL refuses values of another type.
  if (!onPostgres)
    it.each(named)('name the row: %s.%s = %s', async (table, name, value, told) => {
      const found = (await faultsWith({ table, name }, value)) ?? [];
      expect(found.filter((one) => !before.includes(one)).join('\n')).toMatch(told);
    });
});

/** Two receipts, two lists of an employer that are answered, and again an issue under way. */
async function askedTwice({ academy, rows: { valid } }: RegisterWorld): Promise<void> {
  const found = await academy.app.get(VerifyCertificate).byToken(valid.token);
  await academy.app.get(MakeReceipt).execute('page', found);
  const browser = await signedIn(academy, (await anEmployer(academy)).contact);
  for (const name of ['王芳', '李娜']) {
    await startedList(browser, await xlsxOf(['证书编号', '姓名'], [[valid.number, name]]));
    await academy.app.get(Jobs).finish();
  }
  const { cohort } = await graduates(academy, { names: [{ name: '孙悦' }] });
  await academy.app.get(BeginIssuance).execute(await person(academy, 'administrator'), cohort.code);
}
