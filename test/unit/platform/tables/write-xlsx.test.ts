import { type Cell, readTable, writeXlsx, xlsxOf } from '../../../../src/platform/index.js';
import { measureEventLoop } from '../../../support/event-loop.js';

/** Batches of some hundred rows. */
async function* rowsOf(count: number): AsyncGenerator<Cell[][]> {
  for (let from = 0; from < count; from += 500) {
    yield await Promise.resolve(
      Array.from({ length: Math.min(500, count - from) }, (_, at) => [from + at, `王芳 ${from + at}`, null, '=1+1']),
    );
  }
}
const written = async (count: number): Promise<Buffer> =>
  (await writeXlsx(['line', 'name', 'empty', 'text'], rowsOf(count), [6, 20, 5, 10]))!;

describe('a workbook of any length', () => {
  it.each([0, 3, 200, 201, 2_500])('has every row in order: %i', async (count) => {
    const table = await readTable(await written(count), 3_000);
    // The headings are a row as well.
    expect(typeof table === 'string' ? table : table.rows.length).toBe(count + 1);
    const cells = JSON.stringify(table);
    for (const at of count === 0 ? [] : [0, count - 1]) expect(cells).toContain(`王芳 ${at}`);
  });

  it('displays texts as they are where they look like escaped characters', async () => {
    const texts = ['_x674E_建慧', '_x005F_x674E_', 'a_x0041__x0042_', '_x67_', '_xzzzz_'];
    expect(await readTable(await xlsxOf(texts, [texts]), 10)).toMatchObject({
      rows: [{ cells: texts }, { cells: texts }],
    });
  });

  it('is written concurrently with other work, several one after the other', async () => {
    const { result, longestBlockMs } = await measureEventLoop(() =>
      Promise.all([written(4_000), written(4_000), written(300)]),
    );
    expect(result.map(({ length }) => length > 5_000)).toEqual([true, true, true]);
    expect(longestBlockMs).toBeLessThan(300);
  });
});
