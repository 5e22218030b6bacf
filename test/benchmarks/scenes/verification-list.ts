import { performance } from 'node:perf_hooks';
import sql from 'sql-template-tag';
import { AskWithList } from '../../../src/certifications/index.js';
import { isRefused, Jobs, readTable, Reads, xlsxOf } from '../../../src/platform/index.js';
import { anEmployer } from '../../builders/employers.js';
import { row, type Scene } from '../scene.js';

const ROWS = 10_000;

interface Known {
  readonly number: string;
  readonly name: string;
}

/** An employer's list of ten thousand certificates: read from a workbook, every row answered and kept, the answer signed. */
export const verificationList: Scene = async (demo) => {
  const data = demo.copy();
  try {
    const { reading, answering, processor } = await data.open(async (site) => {
      const reads = site.app.get(Reads);
      const known = await reads.all<Known>(sql`SELECT number AS "number", recipient_name AS "name" FROM certificate LIMIT ${ROWS}`);
      const employer = await anEmployer(site);
      const asked = Array.from({ length: ROWS }, (_, at) => known[at % known.length]!);
      const workbook = await xlsxOf(['编号', '姓名'], asked.map(({ number, name }, at) => [number, at % 10 === 0 ? `${name}某` : name]));
      const began = performance.now();
      const read = await readTable(workbook, ROWS + 10);
      if (typeof read === 'string') throw new Error(read);
      const readAt = performance.now();
      const spent = process.cpuUsage();
      const rows = read.rows.slice(1).map(({ line, cells: [number = '', name = ''] }) => ({ line, number, name }));
      const sent = await site.app.get(AskWithList).with(employer.contact, employer.id, { rows, columns: { number: '编号', name: '姓名' }, filename: 'list.xlsx', sha256: '0'.repeat(64), purpose: 'a benchmark' });
      if (isRefused(sent)) throw new Error('The list was refused');
      await site.app.get(Jobs).finish();
      const answered = await reads.count(sql`SELECT COUNT(*) AS "n" FROM verification_record WHERE batch_id = ${sent.id}`);
      const signed = await reads.count(sql`SELECT COUNT(*) AS "n" FROM verification_batch WHERE id = ${sent.id} AND answer IS NOT NULL`);
      if (answered !== ROWS || signed !== 1) throw new Error(`${answered} rows were answered, ${signed} answers signed`);
      return { reading: readAt - began, answering: performance.now() - readAt, processor: cpuOf(process.cpuUsage(spent)) };
    });
    const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
    return [row(`List of ${ROWS.toLocaleString('en')} certificates answered and signed`, `${seconds(answering)} (processor ${seconds(processor)})`), row('The same list read from its workbook', seconds(reading))];
  } finally {
    await data.remove();
  }
};

/** Milliseconds of processor time: what a busy machine does not stretch. */
const cpuOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;
