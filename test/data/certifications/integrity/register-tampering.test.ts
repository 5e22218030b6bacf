import type { Sql } from 'sql-template-tag';
import { verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { type QueryFunction, Keys } from '../../../../src/platform/index.js';
import { DATABASE } from '../../../support/database.js';
import { type RegisterWorld, registerWorld } from './register-world.js';
import { TAMPERED_CERTIFICATES } from './tampering/certificates.js';
import { REPORTED } from './tampering/first-reported.js';
import { TAMPERED_KEYS_AND_LISTS } from './tampering/keys-and-lists.js';
import { TAMPERED_RECEIPTS_AND_ISSUES } from './tampering/receipts-and-issues.js';
import type { Run } from './tampering/tamper.js';

const isPostgres = DATABASE === 'PostgreSQL';
const TAMPERED = [...REPORTED, ...TAMPERED_CERTIFICATES, ...TAMPERED_KEYS_AND_LISTS, ...TAMPERED_RECEIPTS_AND_ISSUES];

describe(`a register that somebody with the database has been at, on ${DATABASE}`, () => {
  let world: RegisterWorld;

  /** Does it as somebody would who has the database and takes its guards away, verifies, and rolls everything back. */
  async function verified(
    does: (world: RegisterWorld, run: Run) => Promise<unknown>,
    withKey = true,
  ): Promise<readonly string[]> {
    const { write } = world.academy.connections;
    const runner = write.createQueryRunner();
    const run: Run = async <T>(text: string) => (await runner.query(text)) as T[];
    const ask: QueryFunction = async <T>(query: Sql) =>
      (await runner.query(isPostgres ? query.text : query.sql, query.values)) as T[];
    if (!isPostgres) await run('PRAGMA foreign_keys = OFF');
    await runner.startTransaction();
    try {
      if (isPostgres) await run('SET LOCAL session_replication_role = replica');
      else
        for (const { name } of await run<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`))
          await run(`DROP TRIGGER "${name}"`);
      await does(world, run);
      return (
        await verifyLog({ query: ask, isPostgres }, [], withKey ? verifyKeysFrom(world.academy.app.get(Keys)) : null)
      ).faults;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
      if (!isPostgres) await write.query('PRAGMA foreign_keys = ON');
    }
  }

  beforeAll(async () => {
    world = await registerWorld();
  }, 180_000);
  afterAll(() => world.academy.close());

  it('is in order as long as nobody was, with the master key and without', async () => {
    const nothing = (): Promise<void> => Promise.resolve();
    expect(await verified(nothing)).toEqual([]);
    expect(await verified(nothing, false)).toEqual([]);
  });

  for (const [what, names, does, seen] of TAMPERED) {
    it(`is found out: ${what}`, async () => {
      expect((await verified(does)).join('\n')).toMatch(names);
    });

    if (seen !== 'unseen')
      it(`is found out without the master key: ${what}`, async () => {
        expect((await verified(does, false)).join('\n')).toMatch(names);
      });
  }
});
