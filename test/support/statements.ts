import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, Logger } from 'typeorm';
import { DATABASE } from './database.js';

/** Where `npm test` collects what each test file sent to its database; not set: nothing is recorded. */
const FOLDER = process.env['TEST_STATEMENTS'];

/** Records the different statements that a test file sends to its database. */
export class Statements {
  private readonly seen = new Set<string>();

  listenTo(database: DataSource): void {
    if (FOLDER === undefined) return;
    const note = (text: string): void => void this.seen.add(plain(text));
    const logger: Logger = {
      logQuery: note,
      logQueryError: () => undefined,
      logQuerySlow: () => undefined,
      logSchemaBuild: () => undefined,
      logMigration: () => undefined,
      log: () => undefined,
    };
    Object.assign(database, { logger });
  }

  write(): void {
    if (FOLDER === undefined) return;
    mkdirSync(FOLDER, { recursive: true });
    const line = JSON.stringify({ file: process.env['TEST_FILE'], statements: [...this.seen] });
    appendFileSync(join(FOLDER, `${DATABASE}.jsonl`), `${line}\n`);
  }
}

/** The same for both databases, and for any number of parameters. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\$\d+|\b\d{6,}\b/g, '?')
    .replace(/\((\?(?:, ?\?)*)\)(?:, ?\((?:\?(?:, ?\?)*)\))*/g, '(?)')
    .trim();
}
