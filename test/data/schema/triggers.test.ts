import {
  type QueriedDatabase,
  foreignTriggers,
  missingTriggers,
  ReadDatabase,
  triggersOf,
} from '../../../src/platform/index.js';
import { KNOWN_TRIGGERS } from '../../../src/platform/database/known-triggers.js';
import { TestAcademy } from '../../support/app.js';

interface Unsafe {
  unsafeMode(on: boolean): unknown;
}

describe('the triggers of the database', () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  });
  afterEach(() => academy.close());

  const asked = (): QueriedDatabase => academy.app.get(ReadDatabase);

  it('match the ones that the program knows', async () => {
    expect(Object.fromEntries(await triggersOf(asked()))).toEqual(
      KNOWN_TRIGGERS[asked().isPostgres ? 'postgres' : 'sqlite'],
    );
  });

  it('are reported if no migration created one, or if one differs from its migration', async () => {
    expect(await foreignTriggers(asked())).toEqual([]);
    const { write } = academy.connections;
    if (asked().isPostgres) {
      await write.query(
        `CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.name := ''x''; RETURN NEW; END'`,
      );
      await write.query('CREATE TRIGGER quiet BEFORE INSERT ON room FOR EACH ROW EXECUTE FUNCTION quiet()');
      await write.query('CREATE RULE silent AS ON DELETE TO room DO INSTEAD NOTHING');
      await write.query(
        `CREATE OR REPLACE FUNCTION keep_log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
      );
      await write.query('CREATE SCHEMA elsewhere');
      await write.query('CREATE VIEW elsewhere.room AS SELECT * FROM room');
      expect(await foreignTriggers(asked())).toEqual(
        expect.arrayContaining(['quiet', 'room', 'silent', 'log_head_is_kept']),
      );
      return;
    }
    // SQLite runs it, however its type is written.
    await write.query('CREATE TRIGGER hidden AFTER INSERT ON room BEGIN SELECT 1; END');
    (write.driver as unknown as { databaseConnection: Unsafe }).databaseConnection.unsafeMode(true);
    await write.query('PRAGMA writable_schema = ON');
    await write.query(`UPDATE sqlite_master SET type = 'TRIGGER' WHERE name = 'hidden'`);
    await write.query('PRAGMA writable_schema = OFF');
    await write.query(
      `CREATE TRIGGER quiet AFTER INSERT ON room BEGIN UPDATE room SET name = 'x' WHERE id = NEW.id; END`,
    );
    await write.query('DROP TRIGGER log_head_is_kept');
    await write.query('CREATE TRIGGER log_head_is_kept BEFORE DELETE ON log_head BEGIN SELECT 1; END');
    expect(await foreignTriggers(asked())).toEqual(['hidden', 'log_head_is_kept', 'quiet']);
  });

  it.each([
    ['a condition', 'BEFORE UPDATE OR DELETE ON certificate FOR EACH ROW WHEN (false)'],
    ['fewer events', 'BEFORE DELETE ON certificate FOR EACH ROW'],
    ['fewer columns', 'BEFORE DELETE OR UPDATE OF reason ON certificate FOR EACH ROW'],
    ['another time', 'AFTER UPDATE OR DELETE ON certificate FOR EACH ROW'],
    ['another level', 'BEFORE UPDATE OR DELETE ON certificate FOR EACH STATEMENT'],
    ['another table', 'BEFORE UPDATE OR DELETE ON lease FOR EACH ROW'],
  ])('are reported on PostgreSQL if one has %s', async (_, when) => {
    if (!asked().isPostgres) return;
    const { write } = academy.connections;
    await write.query('DROP TRIGGER certificate_keeps_facts ON certificate');
    await write.query(`CREATE TRIGGER certificate_keeps_facts ${when} EXECUTE FUNCTION keep_certificate()`);
    expect(await foreignTriggers(asked())).toEqual(['certificate_keeps_facts']);
    expect(await missingTriggers(asked())).toEqual(['certificate_keeps_facts']);
  });

  it.each(['SET search_path = elsewhere', 'SECURITY DEFINER', 'STABLE'])(
    'are reported on PostgreSQL if the function of one runs otherwise: %s',
    async (how) => {
      if (!asked().isPostgres) return;
      await academy.connections.write.query(`ALTER FUNCTION keep_certificate() ${how}`);
      expect(await foreignTriggers(asked())).toEqual(['certificate_keeps_facts']);
    },
  );

  it('are reported on PostgreSQL if one calls a function of the server itself', async () => {
    if (!asked().isPostgres) return;
    await academy.connections.write.query(
      'CREATE TRIGGER quiet BEFORE UPDATE ON certificate FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    );
    expect(await foreignTriggers(asked())).toEqual(['quiet']);
  });
});
