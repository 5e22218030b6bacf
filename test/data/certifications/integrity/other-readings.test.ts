import { foreignObjects } from '../../../../src/certifications/log/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { commandLineOf } from '../../../support/operator.js';

/** What each is told as, and how it is done; `ME` stands for the role, `HERE` for the database. */
const ATTACKS: Readonly<Record<string, readonly [string, string]>> = {
  'row-level security': ['certificate', 'ALTER TABLE certificate ENABLE ROW LEVEL SECURITY'],
  'row-level security for the owner': ['certificate', 'ALTER TABLE certificate FORCE ROW LEVEL SECURITY'],
  'a policy': ['log_entry', 'CREATE POLICY p ON log_entry USING (true)'],
  'a table that inherits': ['certificate_event', 'CREATE TABLE more () INHERITS (certificate_event)'],
  'a table to inherit from': ['issuer_key', 'CREATE TABLE less (); ALTER TABLE issuer_key INHERIT less'],
  'a table that is found first': [
    'status_list',
    'CREATE SCHEMA academy; CREATE TABLE academy.status_list (LIKE public.status_list)',
  ],
  'a search path for the role': [
    'search_path=elsewhere, public',
    'ALTER ROLE ME IN DATABASE HERE SET search_path = elsewhere, public',
  ],
  'a search path for the database': ['search_path=elsewhere', 'ALTER DATABASE HERE SET search_path = elsewhere'],
  'policies for the role': ['row_security=on', 'ALTER ROLE ME IN DATABASE HERE SET row_security = on'],
  'triggers switched off for the role': [
    'session_replication_role=replica',
    'ALTER ROLE ME IN DATABASE HERE SET session_replication_role = replica',
  ],
  'a function': [
    'lower',
    `CREATE FUNCTION lower(varchar) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT CAST(''x'' AS text)'`,
  ],
  'an operator': [
    '=',
    `CREATE FUNCTION never(varchar, varchar) RETURNS boolean LANGUAGE sql AS 'SELECT false';
      CREATE OPERATOR = (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = never)`,
  ],
  'a function among the server’s own': [
    'lower',
    `SET allow_system_table_mods = on;
      CREATE FUNCTION pg_catalog.lower(varchar) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT CAST(''x'' AS text)'`,
  ],
  'a collation of the same name': [
    'certificate',
    `CREATE COLLATION public."default" (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
      ALTER TABLE certificate ALTER COLUMN token TYPE varchar(60) COLLATE public."default"`,
  ],
  'a cast': [
    'a cast from character varying to bigint',
    `CREATE FUNCTION one(varchar) RETURNS bigint LANGUAGE sql AS 'SELECT CAST(1 AS bigint)';
      CREATE CAST (varchar AS bigint) WITH FUNCTION one(varchar) AS IMPLICIT`,
  ],
};

describe(`a database that shows one reader something else than another, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  const foreign = (): Promise<string[]> => foreignObjects(academy.app.get(ReadDatabase));
  const write = async (text: string): Promise<void> => {
    const [{ role, database } = { role: '', database: '' }] = await academy.connections.write.query<
      { role: string; database: string }[]
    >('SELECT current_user AS role, current_database() AS database');
    await academy.connections.write.query(text.replaceAll('ME', role).replaceAll('HERE', database));
  };

  it('is not reported while nobody has changed it', async () => {
    expect(await foreign()).toEqual([]);
  });

  if (DATABASE === 'SQLite') return;

  it.each(Object.entries(ATTACKS))('is told of: %s', async (_, [name, text]) => {
    await write(text);
    expect(await foreign()).toContain(name);
  });

  it('is read with the settings that its address names, and never under a policy in silence', async () => {
    await write('CREATE SCHEMA chosen');
    const url = new URL(academy.config.databaseUrl!);
    url.searchParams.set('options', '-c search_path=chosen,public -c statement_timeout=77s');
    await academy.restart({ databaseUrl: url.href });
    const show = async (name: string): Promise<unknown> =>
      Object.values((await academy.connections.read.query<object[]>(`SHOW ${name}`))[0]!)[0];
    expect(await show('search_path')).toBe('chosen,public');
    expect(await show('statement_timeout')).toBe('77s');
    expect(await show('default_transaction_read_only')).toBe('on');
    expect(await show('row_security')).toBe('off');
  });

  it('is named by verify-log', async () => {
    await write('ALTER TABLE certificate ENABLE ROW LEVEL SECURITY');
    const { code, errors } = await commandLineOf(academy.config)('verify-log');
    expect(code).toBe(1);
    expect(errors).toContain('certificate');
  });
});
