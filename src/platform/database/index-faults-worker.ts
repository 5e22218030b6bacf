import Database from 'better-sqlite3';
import { answerTasks } from '../workers/answer-tasks.js';

export interface IndexTask {
  readonly file: string;
  readonly tables: readonly string[];
}

const MOST_TOLD = 20;

answerTasks<IndexTask, string[]>(({ file, tables }) => {
  const database = new Database(file, { readonly: true });
  try {
    const known = new Set(
      database.prepare("SELECT name FROM main.sqlite_master NOT INDEXED WHERE type = 'table'").pluck().all(),
    );
    return tables
      .flatMap((table) =>
        known.has(table)
          ? database.prepare(`PRAGMA integrity_check("${table}")`).pluck().all()
          : [`no such table: ${table}`],
      )
      .map(String)
      .filter((message) => message !== 'ok')
      .slice(0, MOST_TOLD);
  } finally {
    database.close();
  }
});
