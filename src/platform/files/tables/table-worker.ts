import { answerTasks } from '../../workers/answer-tasks.js';
import { readTable } from './read-table.js';
import type { TableFault, TableRead, TableReading } from './table.js';

/*
 * This file runs in worker threads: it and all it imports is reading, without the application.
 */

export interface TableTask {
  readonly bytes: Uint8Array;
  readonly reading: TableReading;
}

answerTasks<TableTask, TableRead | TableFault>(({ bytes, reading: { mostRows, ...more } }) =>
  readTable(Buffer.from(bytes.buffer), mostRows, more),
);
