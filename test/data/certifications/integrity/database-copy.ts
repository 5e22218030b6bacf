import type { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';

export const TABLES = [
  'certificate',
  'certificate_event',
  'certificate_reason',
  'certificate_seal',
  'certificate_form',
  'certificate_binding',
  'status_list',
  'log_entry',
  'log_hash',
  'log_head',
  'register_state',
  'issuer_key',
  'audit_entry',
] as const;
type Table = (typeof TABLES)[number];
type Values = Record<string, unknown>;

/** Somebody who writes into the database and has an older copy of it, without the master key. */
export class DatabaseCopy {
  private readonly rows = new Map<Table, Values[]>();

  private constructor(private readonly academy: TestAcademy) {}

  static async of(academy: TestAcademy): Promise<DatabaseCopy> {
    const copy = new DatabaseCopy(academy);
    for (const table of TABLES) copy.rows.set(table, await academy.connections.write.query(`SELECT * FROM ${table}`));
    return copy;
  }

  /** The rows of a table for which `where` holds become what they were. */
  async putBack(table: Table, where = '1 = 1', those: (row: Values) => boolean = () => true): Promise<void> {
    const write = (text: string): Promise<unknown> => this.academy.connections.write.query(text);
    const kept = this.rows.get(table)!.filter(those);
    const references = ['certificate', 'issuer_key', 'log_head', 'register_state', 'certificate_seal'].includes(table);
    if (!references) await write(`DELETE FROM ${table} WHERE ${where}`);
    for (const row of kept) {
      const [names, values] = [Object.keys(row), Object.values(row).map(quoted)];
      if (references)
        await write(
          `UPDATE ${table} SET ${names.map((name, at) => `"${name}" = ${values[at]}`).join(', ')} WHERE id = ${quoted(row['id'])}`,
        );
      else
        await write(
          `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${values.join(', ')})`,
        );
    }
  }

  /** Every row of every table as it was, and no other. */
  async putBackAll(): Promise<void> {
    const runner = this.academy.connections.write.createQueryRunner();
    const guards =
      DATABASE === 'PostgreSQL'
        ? ['SET session_replication_role = replica', 'RESET session_replication_role']
        : ['PRAGMA foreign_keys = OFF', 'PRAGMA foreign_keys = ON'];
    await runner.query(guards[0]!);
    for (const table of TABLES) {
      await runner.query(`DELETE FROM ${table}`);
      for (const row of this.rows.get(table)!) {
        const names = Object.keys(row).map((name) => `"${name}"`);
        const values = Object.values(row).map(quoted);
        await runner.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`);
      }
    }
    await runner.query(guards[1]!);
    await runner.release();
  }

  /** A certificate with its history and what binds it. */
  async putBackCertificate(id: string): Promise<void> {
    await this.putBack('certificate', '', (row) => row['id'] === id);
    await this.academy.connections.write.query(
      `DELETE FROM certificate_reason WHERE event_id IN (SELECT id FROM certificate_event WHERE certificate_id = '${id}' AND kind <> 'issued')`,
    );
    for (const table of ['certificate_event', 'certificate_binding'] as const)
      await this.putBack(table, `certificate_id = '${id}'`, (row) => row['certificate_id'] === id);
  }
}

const quoted = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
};
