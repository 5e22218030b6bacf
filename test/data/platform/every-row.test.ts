import sql, { type Sql } from 'sql-template-tag';
import {
  everyRow,
  type QueryFunction,
  ReadDatabase,
  RowsOutOfOrder,
  rowsInOrder,
} from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';

const onPostgres = DATABASE === 'PostgreSQL';
/** As SQL. SQLite stores each of them in a column of ids. */
const IDS = [
  `'00000000-0000-0000-0000-000000000000'`,
  `'01a22d99-7d70-711a-887c-3512f6dc7b36'`,
  `'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
  ...(onPostgres
    ? []
    : ['5', '-1e999', `''`, `'!'`, `X'00ff'`, `X'fe'`, `CAST(X'7aff' AS TEXT)`, `CAST(X'7afe' AS TEXT)`]),
];

const collected = async <Row>(parts: AsyncIterable<readonly Row[]>): Promise<Row[]> => {
  const found: Row[] = [];
  for await (const some of parts) found.push(...some);
  return found;
};

describe(`a walk over all rows of a table, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let query: QueryFunction;
  const rows = {
    key: 'w.id',
    columns: sql`w.label AS "label", w.at AS "at"`,
    from: sql`FROM walked w`,
  };

  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ query } = academy.app.get(ReadDatabase));
    const { write } = academy.connections;
    await write.query('CREATE TABLE walked (id uuid PRIMARY KEY, label varchar(20), at bigint)');
    for (const [at, id] of IDS.entries())
      await write.query(`INSERT INTO walked (id, label, at) VALUES (${id}, 'row ${at}', ${at})`);
    // Beyond the numbers that this program can tell apart.
    if (!onPostgres) await write.query('UPDATE walked SET rowid = 9007199254740992 + rowid');
  }, 60_000);
  afterAll(() => academy.close());

  const labels = IDS.map((_, at) => `row ${at}`).sort();

  it.each([1, 2, 3, 100])('reads each row once, whatever its key is, in parts of %d', async (atOnce) => {
    const found = await collected(everyRow<{ label: string }>(query, { ...rows, atOnce }));
    expect(found.map(({ label }) => label).sort()).toEqual(labels);
    expect(Object.keys(found[0]!)).toEqual(['label', 'at']);
  });

  it('reads only the rows that a condition leaves', async () => {
    const found = everyRow<{ at: number }>(query, { ...rows, where: sql`w.at = 0 OR w.at > ${1}`, atOnce: 1 });
    expect((await collected(found)).map(({ at }) => at)).not.toContain(1);
    expect(await collected(everyRow(query, { ...rows, where: sql`w.at < 0`, atOnce: 1 }))).toEqual([]);
  });

  it('reads each row once in another order, up to a number of them', async () => {
    const order = { ...rows, atOnce: 2, order: sql`w.at DESC` };
    const all = await collected(rowsInOrder<{ at: number }>(query, { ...order, most: 100 }));
    expect(all.map(({ at }) => at)).toEqual(IDS.map((_, at) => IDS.length - 1 - at));
    const newest = await collected(rowsInOrder<{ at: number }>(query, { ...order, most: 3 }));
    expect(newest.map(({ at }) => at)).toEqual([1, 2, 3].map((back) => IDS.length - back));
  });

  it('stops where the database returns rows again', async () => {
    const again: QueryFunction = async <Row>(text: Sql) => {
      const some = await query<Row & { isAfter: number }>(text);
      const [first] = await query<Row>(sql`SELECT 'row 0' AS "label", '1' AS "rowKey", 0 AS "isAfter"`);
      return some.length > 0 && some[0]!.isAfter === 1 && text.values.length > 1 ? [first!] : some;
    };
    await expect(collected(everyRow(again, { ...rows, atOnce: 1 }))).rejects.toBeInstanceOf(RowsOutOfOrder);
  });
});
