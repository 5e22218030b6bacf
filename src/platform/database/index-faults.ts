import sql from 'sql-template-tag';
import { workerFile, WorkerPool } from '../workers/index.js';
import type { IndexTask } from './index-faults-worker.js';
import type { QueriedDatabase } from './read-database.js';
import { AN_HOUR } from '../durations.js';

const looking = new WorkerPool<IndexTask, string[]>({
  file: workerFile('index-faults-worker', import.meta.url),
  mostWorkers: 1,
  mostWaiting: 8,
  longestWait: null,
  timeoutMs: AN_HOUR,
  memoryMb: null,
});

/**
 * Where the indexes of these tables disagree with the tables, in SQLite's words: what is read through such an index
 * cannot be trusted. On SQLite only, in a thread with its own connection: it takes a second for some hundred thousand
 * rows. On PostgreSQL only the server writes to indexes.
 */
export async function indexFaults(
  { query, isPostgres }: QueriedDatabase,
  tables: readonly string[],
): Promise<string[]> {
  if (isPostgres) return [];
  // Of the connection; a statement, which no table of the database can answer.
  const main = (await query<{ name: string; file: string }>(sql`PRAGMA database_list`)).find(
    ({ name }) => name === 'main',
  );
  if (!main?.file) return ['the file of the database is not known, so no index was compared'];
  const outcome = await looking.run({ file: main.file, tables });
  if (outcome.kind !== 'done') throw new Error(`The indexes were not looked at: ${outcome.kind}`);
  return outcome.result;
}
