import { performance } from 'node:perf_hooks';
import sql from 'sql-template-tag';
import { ResumeList, SubmitList } from '../../../src/certifications/index.js';
import { isRefused, Jobs, readTable, ReadDatabase, xlsxOf } from '../../../src/platform/index.js';
import { type BuiltEmployer, anEmployer } from '../../builders/employers.js';
import type { BuilderAcademy } from '../../support/app.js';
import { row, type Scene } from '../scene.js';

export const LIST_ROWS = 10_000;
/** The number of lists that an employer may send in a day. */
const LISTS = 5;

interface RequestLine {
  readonly line: number;
  readonly number: string;
  readonly name: string;
}

interface Spent {
  readonly elapsed: number;
  readonly processor: number;
}

/** Numbers and names as printed on certificates, repeated, with one wrong name in ten. */
export async function listRows(site: BuilderAcademy): Promise<RequestLine[]> {
  const known = await site.app
    .get(ReadDatabase)
    .query<{ number: string; name: string }>(
      sql`SELECT number AS "number", recipient_name AS "name" FROM certificate ORDER BY id LIMIT ${LIST_ROWS}`,
    );
  return Array.from({ length: LIST_ROWS }, (_, at) => {
    const { number, name } = known[at % known.length]!;
    return { line: at + 2, number, name: at % 10 === 0 ? `${name}某` : name };
  });
}

/**
 * An employer's verification lists of ten thousand certificates, all on one day: read from a workbook, every row
 * answered and stored, the answer signed.
 */
export const verificationList: Scene = async (demo) => {
  const data = demo.copy();
  try {
    const { reading, lists } = await data.open(async (site) => {
      const employer = await anEmployer(site);
      const asked = await listRows(site);
      const workbook = await xlsxOf(
        ['编号', '姓名'],
        asked.map(({ number, name }) => [number, name]),
      );
      const began = performance.now();
      const read = await readTable(workbook, LIST_ROWS + 10);
      if (typeof read === 'string') throw new Error(read);
      const readAt = performance.now();
      const rows = read.rows.slice(1).map(({ line, cells: [number = '', name = ''] }) => ({ line, number, name }));
      const spent: Spent[] = [];
      for (let list = 0; list < LISTS; list += 1) spent.push(await answered(site, employer, rows));
      return { reading: readAt - began, lists: spent };
    });
    const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
    const [first, ...later] = lists;
    if (!first) throw new Error('No list was answered');
    const slowest = Math.max(...later.map(({ processor }) => processor));
    return [
      row(
        `List of ${LIST_ROWS.toLocaleString('en')} certificates answered and signed`,
        `${seconds(first.elapsed)} (processor ${seconds(first.processor)})`,
      ),
      row(
        `The second to the ${LISTS}th such list of a day`,
        `processor ${later.map(({ processor }) => seconds(processor)).join(', ')}`,
        { ratio: slowest / first.processor },
      ),
      row('The same list read from its workbook', seconds(reading)),
    ];
  } finally {
    await data.remove();
  }
};

async function answered(site: BuilderAcademy, employer: BuiltEmployer, rows: readonly RequestLine[]): Promise<Spent> {
  const reads = site.app.get(ReadDatabase);
  const [began, spent] = [performance.now(), process.cpuUsage()];
  const sent = await site.app.get(SubmitList).execute(employer.contact, employer.id, {
    rows,
    columns: { number: '编号', name: '姓名' },
    filename: 'list.xlsx',
    sha256: '0'.repeat(64),
    purpose: 'a benchmark',
  });
  if (isRefused(sent)) throw new Error('The list was refused');
  await site.app.get(ResumeList).execute(employer.contact, sent.id);
  await site.app.get(Jobs).finish();
  const { user, system } = process.cpuUsage(spent);
  const elapsed = performance.now() - began;
  const kept = await reads.count(sql`SELECT COUNT(*) AS "n" FROM verification_record WHERE batch_id = ${sent.id}`);
  const signed = await reads.count(
    sql`SELECT COUNT(*) AS "n" FROM verification_batch WHERE id = ${sent.id} AND answer IS NOT NULL`,
  );
  const withheld = await reads.count(
    sql`SELECT COUNT(*) AS "n" FROM verification_record WHERE batch_id = ${sent.id} AND withheld IS NOT NULL`,
  );
  if (kept !== rows.length || signed !== 1 || withheld > 0)
    throw new Error(`${kept} rows were answered, ${withheld} of them withheld, ${signed} answers signed`);
  return { elapsed, processor: (user + system) / 1000 };
}
