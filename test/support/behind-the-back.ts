import type { TestAcademy } from './app.js';
import { DATABASE } from './database.js';

/**
 * Acts as somebody with database access but without our keys: removes the triggers of these tables. Returns a function
 * that restores them.
 */
export async function disableTriggers(academy: TestAcademy, tables: readonly string[]): Promise<() => Promise<void>> {
  const { write } = academy.connections;
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await write.query(statement);
  };
  if (DATABASE === 'PostgreSQL') {
    await run(tables.map((table) => `ALTER TABLE "${table}" DISABLE TRIGGER USER`));
    return () => run(tables.map((table) => `ALTER TABLE "${table}" ENABLE TRIGGER USER`));
  }
  const triggers = await write.query<{ name: string; sql: string }[]>(
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (${tables.map((table) => `'${table}'`).join(', ')})`,
  );
  await run(triggers.map(({ name }) => `DROP TRIGGER "${name}"`));
  return () => run(triggers.map((one) => one.sql));
}

/** Runs the statements, and undoes them after the test's work. */
export async function withTampering<T>(
  academy: TestAcademy,
  { apply: does, undo: undoes }: { apply: readonly string[]; undo: readonly string[] },
  test: () => Promise<T>,
): Promise<T> {
  const { write } = academy.connections;
  for (const statement of does) await write.query(statement);
  try {
    return await test();
  } finally {
    for (const statement of undoes) await write.query(statement);
  }
}

/** Writes in spite of foreign keys, as an owner of the database can. */
export async function withoutForeignKeys(academy: TestAcademy, statements: readonly string[]): Promise<void> {
  const { write } = academy.connections;
  if (DATABASE === 'PostgreSQL') {
    await write.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      for (const statement of statements) await manager.query(statement);
    });
    return;
  }
  await write.query('PRAGMA foreign_keys = OFF');
  for (const statement of statements) await write.query(statement);
  await write.query('PRAGMA foreign_keys = ON');
}
