import { readTable } from '../../../../src/platform/index.js';
import { aCell, aWorkbookOf } from '../../../builders/files/workbooks.js';

describe('cells of a workbook that are too long', () => {
  it.each(['_x0007_', '\u0085'])('stay so when %j, which is no text, is taken out of them', async (dropped) => {
    const hidden = `王芳${dropped.repeat(300)}张三`;
    const cells = `<c r="A1" t="s"><v>0</v></c>${aCell('B1', hidden)}<c r="C1" t="str"><v>${hidden}</v></c>`;
    const workbook = aWorkbookOf(`<row r="1">${cells}</row>`, { strings: `<si><t>${hidden}</t></si>` });
    const read = await readTable(workbook, 10, { longestCell: 300 });
    if (typeof read === 'string') throw new Error(read);
    expect(read.rows[0]?.cells.map((cell) => cell.length)).toEqual([299, 299, 299]);
  });
});
