import { workerFile, WorkerPool } from '../workers/index.js';
import { type Cell, type WorkbookParts, xlsxOfParts } from './xlsx.js';

/** Up to so many rows are written in the thread that asks: less work than handing them to another. */
const ROWS_HERE = 200;

/** One after the other: each holds some hundred megabytes while it is written. */
const workers = new WorkerPool<WorkbookParts, Uint8Array>({
  file: workerFile('write-xlsx-worker', import.meta.url),
  mostWorkers: 1,
  mostWaiting: 20,
  longestWait: null,
  /** 50,000 rows are written in it on a slow machine. */
  timeoutMs: 120_000,
  memoryMb: 512,
});

/**
 * A workbook of any length as `xlsxOf` makes it, written in a worker thread;
 * `null` while too many others wait for theirs.
 * @param rows some at a time; no part should hold more than a few hundred
 */
export async function writeXlsx(
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
  widths: readonly number[],
): Promise<Buffer | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  for await (const some of rows) {
    count += some.length;
    // A buffer of its own, so that it can be handed over: small ones of Node's share one.
    parts.push(new TextEncoder().encode(JSON.stringify(some)));
  }
  const workbook = { header, widths, parts };
  if (count <= ROWS_HERE) return xlsxOfParts(workbook);
  const outcome = await workers.run(
    workbook,
    parts.map(({ buffer }) => buffer),
  );
  if (outcome.kind === 'done')
    return Buffer.from(outcome.result.buffer, outcome.result.byteOffset, outcome.result.byteLength);
  if (outcome.kind === 'busy') return null;
  throw new Error(`A workbook of ${count} rows could not be written: ${outcome.kind}`);
}
