import { nameOf, type RegisterWorld } from '../register-world.js';

export type Run = <T = Record<string, unknown>>(text: string) => Promise<T[]>;
export type Tamper = readonly [
  what: string,
  names: string | RegExp,
  does: (world: RegisterWorld, run: Run) => Promise<unknown>,
  withoutKey?: 'unseen',
];

export const FORGED_ID = '00000000-0000-7000-8000-0000000000ff';
export const quoted = (value: unknown): string =>
  value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`;

/** A copy of a row with some columns changed, as somebody would write it by hand. */
export async function copyRow(
  run: Run,
  { table, where, changes }: { table: string; where: string; changes: Record<string, unknown> },
): Promise<void> {
  const [row] = await run(`SELECT * FROM ${table} WHERE ${where} LIMIT 1`);
  const values = { ...row, ...changes };
  await run(
    `INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).map(quoted).join(', ')})`,
  );
}

export const forgery =
  (changes: Record<string, unknown> = {}) =>
  async ({ rows: { valid } }: RegisterWorld, run: Run): Promise<void> => {
    const number = 'JNIT-2026-000999-X';
    const facts = valid.facts.replaceAll(valid.number, number).replace(nameOf(valid), '赵六');
    await copyRow(run, {
      table: 'certificate',
      where: `id = '${valid.id}'`,
      changes: {
        id: FORGED_ID,
        number,
        number_key: 'JN1T2026000999X',
        token: 'Z'.repeat(27),
        enrolment_id: null,
        recipient_name: '赵六',
        facts,
        ...changes,
      },
    });
  };
export const event = (kind: string, id: string): string => `certificate_id = '${id}' AND kind = '${kind}'`;
