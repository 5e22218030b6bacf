import type { TestAcademy } from './app.js';
import { DATABASE } from './database.js';

/** Somebody with the database, and without our keys: takes the guards of these tables away, once. */
export async function takeGuardsAway(academy: TestAcademy, tables: readonly string[]): Promise<void> {
  const { write } = academy.connections;
  if (DATABASE === 'PostgreSQL') {
    for (const table of tables) await write.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    return;
  }
  const triggers = await write.query<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (${tables.map((table) => `'${table}'`).join(', ')})`,
  );
  for (const { name } of triggers) await write.query(`DROP TRIGGER "${name}"`);
}

/** Runs the statements and, whatever the test then finds, takes them back. */
export async function behindTheBack<T>(
  academy: TestAcademy,
  { does, undoes }: { does: readonly string[]; undoes: readonly string[] },
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
