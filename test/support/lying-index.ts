import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import type { TestAcademy } from './app.js';
import { disableTriggers } from './behind-the-back.js';
import { DATABASE } from './database.js';

export interface HiddenEntry {
  readonly index: string;
  readonly table: string;
  readonly column: string;
  /** SQL of the row. */
  readonly where: string;
}

/** Acts as an owner of the database: the index lacks the row, and the table is as before. */
export async function hideFromIndex(academy: TestAcademy, { index, table, column, where }: HiddenEntry): Promise<void> {
  const { write } = academy.connections;
  const restore = await disableTriggers(academy, [table]);
  const [row] = await write.query<{ value: string }[]>(`SELECT ${column} AS "value" FROM ${table} WHERE ${where}`);
  const set = (value: string): string => `UPDATE ${table} SET ${column} = '${value}' WHERE ${where}`;
  const other = 'f'.repeat(row!.value.length);
  if (DATABASE === 'PostgreSQL') {
    const keep = (isKept: boolean): Promise<unknown> =>
      write.query(`UPDATE pg_index SET indisready = ${isKept} WHERE indexrelid = '${index}'::regclass`);
    await keep(false);
    await write.query(set(other));
    await write.query(set(row!.value));
    await keep(true);
  } else {
    await write.query(set(other));
    const file = join(academy.config.dataDir, 'academy.sqlite');
    const open = (): BetterSqlite.Database => {
      const database = new BetterSqlite(file);
      database.unsafeMode(true);
      database.pragma('writable_schema = ON');
      return database;
    };
    let database = open();
    const kept = database.prepare('SELECT * FROM sqlite_master WHERE name = ?').get(index);
    database.prepare('DELETE FROM sqlite_master WHERE name = ?').run(index);
    database.close();
    database = open();
    database.exec(set(row!.value));
    database.prepare('INSERT INTO sqlite_master VALUES (@type, @name, @tbl_name, @rootpage, @sql)').run(kept);
    database.close();
  }
  await restore();
}

/**
 * Lets PostgreSQL look up few rows by an index too, as it does in a large table. Restarts the product.
 */
export async function preferIndexes(academy: TestAcademy): Promise<void> {
  if (DATABASE !== 'PostgreSQL') return;
  const [row] = await academy.connections.write.query<{ name: string }[]>('SELECT current_database() AS "name"');
  await academy.connections.write.query(`ALTER DATABASE "${row!.name}" SET enable_seqscan = off`);
  await academy.restart();
}
