import { workerFile, WorkerPool } from '../workers/index.js';
import { type Cell, type WorkbookParts, xlsxOfParts } from './xlsx.js';

/** Up to this many rows are written in the calling thread, which is cheaper than passing them to a worker. */
const ROWS_HERE = 200;

/** One at a time: each takes some hundred megabytes while it is written. */
const workers = new WorkerPool<WorkbookParts, Uint8Array>({
  file: workerFile('write-xlsx-worker', import.meta.url),
  mostWorkers: 1,
  mostWaiting: 20,
  longestWait: null,
  /** Enough for 50,000 rows on a slow machine. */
  timeoutMs: 120_000,
  memoryMb: 512,
});

/**
 * A workbook of any length, as `xlsxOf` makes it, written in a worker thread; `null` if too many others are waiting.
 * @param rows in batches of at most a few hundred
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
    // A separate buffer, so that it can be transferred: Node's small ones share one.
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
