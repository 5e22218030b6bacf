import Database from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import { Worker } from 'node:worker_threads';
import type { Config } from '../../../src/platform/index.js';

type Place = Pick<Config, 'dataDir' | 'databaseUrl'>;

/** Two numbers that every transaction raises together: a copy in which they differ is inconsistent. */
export interface Writer {
  stop(): Promise<void>;
}

const EVERY = 10;
/** A separate thread, because a copy may block its caller. */
const ON_SQLITE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const database = new (require(workerData.driver))(workerData.file);
  database.pragma('busy_timeout = 10000');
  const raise = database.transaction(() => {
    database.prepare("UPDATE ledger SET value = value + 1 WHERE side = 'left'").run();
    database.prepare("UPDATE ledger SET value = value + 1 WHERE side = 'right'").run();
  });
  const timer = setInterval(raise, ${EVERY});
  parentPort.on('message', () => { clearInterval(timer); database.close(); parentPort.close(); });
`;

/** Creates the two numbers, and enough data that a copy takes a while. */
export async function openLedger(write: (statement: string) => Promise<unknown>): Promise<void> {
  await write('CREATE TABLE ledger (side varchar(10) PRIMARY KEY, value integer NOT NULL)');
  await write(`INSERT INTO ledger VALUES ('left', 0), ('right', 0)`);
  await write('CREATE TABLE ballast (bytes text NOT NULL)');
  for (let row = 0; row < 40; row += 1)
    await write(`INSERT INTO ballast VALUES ('${String(row).padEnd(500_000, 'x')}')`);
}

export async function keepWriting({ dataDir, databaseUrl }: Place): Promise<Writer> {
  if (databaseUrl === null) {
    const worker = new Worker(ON_SQLITE, {
      eval: true,
      workerData: { file: join(dataDir, 'academy.sqlite'), driver: join(process.cwd(), 'node_modules/better-sqlite3') },
    });
    return {
      stop: () =>
        new Promise((resolve) => {
          worker.once('exit', () => resolve());
          worker.postMessage('stop');
        }),
    };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let going = true;
  const loop = (async () => {
    while (going) {
      await client.query('BEGIN');
      for (const side of ['left', 'right'])
        await client.query('UPDATE ledger SET value = value + 1 WHERE side = $1', [side]);
      await client.query('COMMIT');
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  })();
  return {
    stop: async () => {
      going = false;
      await loop;
      await client.end();
    },
  };
}

/** One column of a query, on a database that no process uses. */
export async function columnOf<T>({ dataDir, databaseUrl }: Place, query: string): Promise<T[]> {
  if (databaseUrl === null) {
    const database = new Database(join(dataDir, 'academy.sqlite'), { readonly: true });
    const rows = database.prepare(query).pluck().all() as T[];
    database.close();
    return rows;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Record<string, T>>(query);
  await client.end();
  return rows.map((row) => Object.values(row)[0]!);
}
