import { KNOWN_INDEXES } from '../../../src/certifications/log/data/known-indexes.js';
import { KNOWN_TABLES } from '../../../src/certifications/log/data/known-tables.js';
import { foreignObjects, missingRegisterIndexes } from '../../../src/certifications/log/index.js';
import { type QueriedDatabase, ReadDatabase, tableIndexes } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';

const onPostgres = DATABASE === 'PostgreSQL';
const KNOWN = KNOWN_INDEXES[onPostgres ? 'postgres' : 'sqlite'];
const TOKEN = 'ux_certificate_token';

/** What each is told as, and how it is done. */
const FOREIGN: Readonly<Record<string, readonly [string, string]>> = {
  'one of all columns read': ['covering', 'CREATE INDEX covering ON certificate_binding (certificate_id, parts, mac)'],
  'one with columns in another order': [
    'ux_log_entry_certificate_id_kind',
    `DROP INDEX ux_log_entry_certificate_id_kind;
      CREATE UNIQUE INDEX ux_log_entry_certificate_id_kind ON log_entry (kind, certificate_id)`,
  ],
  'one in another direction': [TOKEN, `DROP INDEX ${TOKEN}; CREATE UNIQUE INDEX ${TOKEN} ON certificate (token DESC)`],
  'one with another collation': [
    TOKEN,
    `DROP INDEX ${TOKEN}; CREATE UNIQUE INDEX ${TOKEN} ON certificate (token COLLATE ${onPostgres ? '"C"' : 'NOCASE'})`,
  ],
  'one of fewer rows': [
    TOKEN,
    `DROP INDEX ${TOKEN}; CREATE UNIQUE INDEX ${TOKEN} ON certificate (token) WHERE token > 'a'`,
  ],
  'one of other rows': [
    'ix_certificate_ended',
    `DROP INDEX ix_certificate_ended; CREATE INDEX ix_certificate_ended ON certificate (id) WHERE state <> 'revoked'`,
  ],
  'one that lets a value come twice': [TOKEN, `DROP INDEX ${TOKEN}; CREATE INDEX ${TOKEN} ON certificate (token)`],
  'one of an expression': [TOKEN, `DROP INDEX ${TOKEN}; CREATE UNIQUE INDEX ${TOKEN} ON certificate (lower(token))`],
  'one of another table': [TOKEN, `DROP INDEX ${TOKEN}; CREATE UNIQUE INDEX ${TOKEN} ON issuer_key (key_id)`],
};

const ON_POSTGRES: typeof FOREIGN = {
  'one with other operators': [
    TOKEN,
    `DROP INDEX ${TOKEN}; CREATE UNIQUE INDEX ${TOKEN} ON certificate (token varchar_pattern_ops)`,
  ],
  'one of another kind': [
    'ix_certificate_issued_on',
    `DROP INDEX ix_certificate_issued_on; CREATE INDEX ix_certificate_issued_on ON certificate USING hash (issued_on)`,
  ],
  'one that calls a function, on any table': [
    'quiet',
    `CREATE FUNCTION quiet(text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
      CREATE INDEX named_otherwise ON room (quiet(code))`,
  ],
};

const ON_SQLITE: typeof FOREIGN = {
  'one that a key brings with it': [
    'certificate_reason(reason_class)',
    `DROP TABLE certificate_reason; CREATE TABLE certificate_reason
      (certificate_id uuid PRIMARY KEY NOT NULL, reason_class varchar(40) NOT NULL UNIQUE)`,
  ],
};

describe(`the indexes of the register, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  const asked = (): QueriedDatabase => academy.app.get(ReadDatabase);
  const write = async (text: string): Promise<void> => {
    if (!onPostgres) await academy.connections.write.query('PRAGMA foreign_keys = OFF');
    for (const statement of text.split(';')) await academy.connections.write.query(statement);
  };

  it('match the definitions that the program knows', async () => {
    const found = await tableIndexes(asked(), Object.keys(KNOWN_TABLES.sqlite));
    expect(Object.fromEntries(found.map(({ name, hash }) => [name, hash]))).toEqual(KNOWN.required);
    expect(await missingRegisterIndexes(asked())).toEqual([]);
  });

  it.each(Object.entries({ ...FOREIGN, ...(onPostgres ? ON_POSTGRES : ON_SQLITE) }))(
    'are reported if no migration has made one: %s',
    async (_, [name, text]) => {
      await write(text);
      expect(await foreignObjects(asked())).toContain(name);
    },
  );

  it('may be gone, which is told but stops nothing', async () => {
    await write(`DROP INDEX ${TOKEN}`);
    expect(await foreignObjects(asked())).toEqual([]);
    expect(await missingRegisterIndexes(asked())).toEqual([TOKEN]);
  });

  it('may be the earlier one where two certificates were bound with one number', async () => {
    await write(`DROP INDEX ux_certificate_binding_number_tag;
      CREATE INDEX ix_certificate_binding_number_tag ON certificate_binding (number_tag)`);
    expect(await foreignObjects(asked())).toEqual([]);
    expect(await missingRegisterIndexes(asked())).toEqual([]);
  });

  it('may be there twice while PostgreSQL rebuilds one', async () => {
    if (!onPostgres) return;
    await write(`CREATE UNIQUE INDEX ${TOKEN}_ccnew ON certificate (token)`);
    expect(await foreignObjects(asked())).toEqual([`${TOKEN}_ccnew`]);
    await write(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = '${TOKEN}_ccnew'::regclass`);
    expect(await foreignObjects(asked())).toEqual([]);
    expect(await missingRegisterIndexes(asked())).toEqual([]);
  });
});
