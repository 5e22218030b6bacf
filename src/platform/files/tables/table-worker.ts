import { answerTasks } from '../../workers/answer-tasks.js';
import { readTable } from './read-table.js';
import type { TableFault, TableRead, TableReading } from './table.js';

/* Runs in worker threads: it may import only code that reads, nothing of the application. */

export interface TableTask {
  readonly bytes: Uint8Array;
  readonly reading: TableReading;
}

answerTasks<TableTask, TableRead | TableFault>(({ bytes, reading: { mostRows, ...more } }) =>
  readTable(Buffer.from(bytes.buffer), mostRows, more),
);
