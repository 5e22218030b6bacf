import { parentPort } from 'node:worker_threads';
import { rowsOf, type WorkbookParts, type WorkbookWritten } from './write-xlsx.js';

/** Runs in a worker thread: writes the one workbook that it is handed. */
parentPort?.on('message', (workbook: WorkbookParts) => {
  rowsOf(workbook).then(
    (written) => {
      const bytes = new Uint8Array(written);
      parentPort?.postMessage({ bytes } satisfies WorkbookWritten, [bytes.buffer]);
    },
    (fault: unknown) => parentPort?.postMessage({ fault: fault instanceof Error ? fault.stack ?? fault.message : String(fault) } satisfies WorkbookWritten),
  );
});
