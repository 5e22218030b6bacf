import { answerTasks } from '../workers/answer-tasks.js';
import { type WorkbookParts, xlsxOfParts } from './xlsx.js';

/** Runs in a worker thread and writes one workbook after another. */
answerTasks<WorkbookParts, Uint8Array>(async (workbook) => new Uint8Array(await xlsxOfParts(workbook)));
