import type { Sql } from 'sql-template-tag';
import { IssuerKeys, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { KNOWN_TABLES } from '../../../../src/certifications/log/data/known-tables.js';
import { Keys, type QueryFunction } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { signedIn } from '../../../support/people.js';
import { type RegisterWorld, registerWorld } from './register-world.js';

const onPostgres = DATABASE === 'PostgreSQL';
const VALUES = ['{', 'null', '{}', ''];
const MATERIALS = [
  '{',
  'null',
  '{}',
  '{"jwk":{}}',
  '{"jwk":{"kty":"OKP","crv":"Ed25519","x":"!"}}',
  '{"jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"}}',
  '{"certificatePem":"no certificate","chainPem":[]}',
];

/** Bound or printed by nothing: what stands there is said to nobody and decides nothing. */
const UNBOUND: Readonly<Record<string, string>> = {
  'achievement_version.created_by_name': 'printed by nothing',
  'achievement_version.id': 'certificates name the number of the version',
  'certificate_template.active': 'the next issue is looked at by a person',
  'certificate_template.created_by_name': 'printed by nothing',
  'certificate_template.id': 'certificates name the version',
  'certificate_template.name_en': 'printed by nothing',
  'certificate_template.name_zh': 'printed by nothing',
  'certificate_template.number_pattern': 'the next issue is looked at by a person',
  'certificate_template.number_prefix': 'the next issue is looked at by a person',
  'certificate_template.wording': 'the next issue is looked at by a person',
  'drawn_number.actor_name': 'printed by nothing',
  'drawn_number.number': 'compared by its key',
  'job.id': 'a job that is not the plan’s own takes no step',
  'job.kind': 'a job of no kind takes no step',
  'job.state': 'decides only whether steps are taken',
  'job.subject_id': 'a job that is not the plan’s own takes no step',
  'log_head.id': 'there is one row',
  'named_template_version.layout': 'the next issue is looked at by a person',
  'named_template_version.named_template_id': 'the office’s own order',
  'named_template_version.prints_results': 'the next issue is looked at by a person',
  'status_list.signed_by': 'the signature names its key',
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
}

describe(`a key whose material somebody has made unreadable, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    await academy.app.get(IssuerKeys).ready();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it.each(['assertion', 'jwt', 'log', 'paperSigner'])('keeps no address from answering: %s', async (kind) => {
    const { write } = academy.connections;
    const copied = await write.query<Record<string, unknown>[]>(`SELECT * FROM issuer_key WHERE kind = '${kind}'`);
    for (const [index, material] of MATERIALS.entries()) {
      const row = {
        ...copied[0],
        id: `00000000-0000-7000-8000-0000000000f${index}`,
        key_id: `forged-${index}`,
        material,
        state: 'retired',
        retired_at: 5,
      };
      const values = Object.values(row).map((value) => (value === null ? 'NULL' : `'${String(value)}'`));
      await write.query(`INSERT INTO issuer_key (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`);
    }
    await academy.restart();
    for (const path of ['/.well-known/did.json', '/status/1', '/issuer', '/log/checkpoint'])
      expect((await academy.client().get(path)).status).toBeLessThan(500);
    const office = await signedIn(academy, 'administrator');
    expect((await office.get('/office/issuer-keys')).status).toBe(200);
  });
});

describe(`values that somebody has made unreadable, on ${DATABASE}`, () => {
  let world: RegisterWorld;
  let columns: readonly Column[];
  beforeAll(async () => {
    world = await registerWorld();
    columns = await textColumns();
  }, 180_000);
  afterAll(() => world.academy.close());

  async function textColumns(): Promise<Column[]> {
    const tables = [...Object.keys(KNOWN_TABLES.sqlite), 'certificate_template'].map((name) => `'${name}'`).join(', ');
    return world.academy.connections.write.query<Column[]>(
      onPostgres
        ? `SELECT table_name AS "table", column_name AS name FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')
              AND table_name IN (${tables})`
        : `SELECT m.name AS "table", c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.name IN (${tables}) AND (c.type = 'text' OR c.type LIKE 'varchar%' OR c.type = 'uuid')`,
    );
  }

  /** In one row, without the guards; `null`: nothing is there, or the database itself forbids the value. */
  async function faultsWith({ table, name }: Column, value: string): Promise<readonly string[] | null> {
    const { write } = world.academy.connections;
    const runner = write.createQueryRunner();
    const query: QueryFunction = async <T>(text: Sql) =>
      (await runner.query(onPostgres ? text.text : text.sql, text.values)) as T[];
    if (!onPostgres) {
      await runner.query('PRAGMA foreign_keys = OFF');
      await runner.query('PRAGMA ignore_check_constraints = ON');
    }
    await runner.startTransaction();
    try {
      if (onPostgres) await runner.query('SET LOCAL session_replication_role = replica');
      else
        for (const trigger of (await runner.query(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)) as Column[])
          await runner.query(`DROP TRIGGER "${trigger.name}"`);
      const row = onPostgres ? 'ctid' : 'rowid';
      const where = `${name} IS NOT NULL AND ${OPEN[table] ?? '1 = 1'}`;
      if (((await runner.query(`SELECT 1 FROM ${table} WHERE ${where}`)) as unknown[]).length === 0) return null;
      try {
        await runner.query(
          `UPDATE ${table} SET ${name} = '${value}' WHERE ${row} = (SELECT MIN(${row}) FROM ${table} WHERE ${where})`,
        );
      } catch {
        return null;
      }
      return (await verifyLog({ query, isPostgres: onPostgres }, [], verifyKeysFrom(world.academy.app.get(Keys))))
        .faults;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
      if (!onPostgres) {
        await write.query('PRAGMA foreign_keys = ON');
        await write.query('PRAGMA ignore_check_constraints = OFF');
      }
    }
  }

  it('are findings, each of them, and keep nothing else from being looked at', async () => {
    const silent = new Set<string>();
    for (const column of columns)
      for (const value of VALUES) {
        const label = `${column.table}.${column.name}`;
        const faults = await faultsWith(column, value).catch((fault: unknown) => {
          throw new Error(`${label} = '${value}': ${String(fault)}`, { cause: fault });
        });
        if (faults?.length === 0) silent.add(label);
      }
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
    const faults = await faultsWith({ table, name }, value);
    if (faults) expect(faults.join('\n')).toMatch(told);
  });
});
