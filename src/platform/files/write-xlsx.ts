import { Worker } from 'node:worker_threads';
import { type Cell, xlsxOf } from './xlsx.js';

/** A workbook to be written: its rows as JSON, some in each part. */
export interface WorkbookParts {
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly parts: readonly Uint8Array[];
}

export type WorkbookWritten = { readonly bytes: Uint8Array } | { readonly fault: string };

/** Up to so many rows are written in the thread that asks: less work than a thread of its own. */
const ROWS_HERE = 200;
/** Milliseconds in which 50,000 rows are written on a slow machine. */
const LONGEST = 120_000;
const MEGABYTES = 512;

/** Where the worker's code lies once it is compiled; run from its source (as tests do), everything is written in the thread that asks. */
const WORKER = import.meta.url.endsWith('.js') ? new URL('./write-xlsx-worker.js', import.meta.url) : null;

let before: Promise<unknown> = Promise.resolve();

/**
 * A workbook of any length as `xlsxOf` makes it, written in a worker thread, one after the other.
 * @param rows some at a time; no part should hold more than a few hundred
 */
export async function writeXlsx(heads: readonly string[], rows: AsyncIterable<readonly (readonly Cell[])[]>, widths: readonly number[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let count = 0;
  for await (const some of rows) {
    count += some.length;
    // A buffer of its own, so that it can be handed over: small ones of Node's share one.
    parts.push(new TextEncoder().encode(JSON.stringify(some)));
  }
  const workbook = { heads, widths, parts };
  if (!WORKER || count <= ROWS_HERE) return rowsOf(workbook);
  const file = WORKER;
  const written = before.then(() => inWorker(file, workbook));
  before = written.catch(() => undefined);
  return written;
}

/** Writes in this thread. */
export function rowsOf({ heads, widths, parts }: WorkbookParts): Promise<Buffer> {
  const rows = parts.flatMap((part) => JSON.parse(new TextDecoder().decode(part)) as Cell[][]);
  return xlsxOf(heads, rows, { widths });
}

function inWorker(file: URL, workbook: WorkbookParts): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    const timer = setTimeout(() => end(() => reject(new Error('Writing a workbook took too long'))), LONGEST);
    const end = (answer: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      answer();
    };
    worker.once('message', (written: WorkbookWritten) => end(() => ('bytes' in written ? resolve(Buffer.from(written.bytes.buffer)) : reject(new Error(written.fault)))));
    worker.once('error', (fault: unknown) => end(() => reject(fault instanceof Error ? fault : new Error(String(fault)))));
    worker.once('exit', (code) => end(() => reject(new Error(`The worker that writes workbooks ended with ${code}`))));
    worker.postMessage(workbook, workbook.parts.map(({ buffer }) => buffer as ArrayBuffer));
  });
}
