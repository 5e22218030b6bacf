import sql from 'sql-template-tag';
import { ReadDatabase, refuse, refused, SYSTEM, type Transaction, UnitOfWork } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';

describe(`a transaction that the database ends by itself, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const units = (): UnitOfWork => academy.app.get(UnitOfWork);
  const note = (label: string) => (tx: Transaction) => tx.audit('test.noted', { type: 'test', id: label, label });
  const stored = async (label: string): Promise<number> =>
    (await academy.app.get(ReadDatabase).query(sql`SELECT 1 AS "one" FROM audit_entry WHERE subject_label = ${label}`))
      .length;

  it('fails, and later writes are stored, also after a refusal', async () => {
    const { write } = academy.connections;
    const [make, remove] =
      DATABASE === 'PostgreSQL'
        ? [
            [
              `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$`,
              `CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION full_disk()`,
            ],
            'DROP TRIGGER full_disk ON audit_entry',
          ]
        : [
            [`CREATE TRIGGER full_disk AFTER INSERT ON audit_entry BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END`],
            'DROP TRIGGER full_disk',
          ];
    for (const statement of make) await write.query(statement);
    await expect(units().run(SYSTEM, note('lost'))).rejects.toThrow('disk full');
    await write.query(remove);
    await units().run(SYSTEM, (tx) => {
      tx.withoutAudit('it is refused');
      return Promise.resolve(refused(refuse('notNow')));
    });
    await units().run(SYSTEM, note('kept'));
    expect([await stored('lost'), await stored('kept')]).toEqual([0, 1]);
    await units().run(SYSTEM, note('kept too'));
    expect(await stored('kept too')).toBe(1);
    expect(write.driver).not.toMatchObject({ databaseConnection: { inTransaction: true } });
  });
});
