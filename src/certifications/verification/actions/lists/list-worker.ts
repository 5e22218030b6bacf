import { readTable } from '../../../../platform/files/tables/read-table.js';
import type { TableFault, TableRead } from '../../../../platform/files/tables/table.js';
import { Refusal } from '../../../../platform/refusals.js';
import { answerTasks } from '../../../../platform/workers/answer-tasks.js';
import { LONGEST_CELL, readSubmittedList, type SubmittedList } from '../../domain/list-columns.js';
import { type CellReader, cellReader, type NumberShape } from '../../domain/number-cells.js';
import type { VerificationRefusalCode } from '../../domain/refusals.js';
import { MOST_LIST_ROWS } from '../../domain/verification-list.js';

/* Runs in worker threads: it may import only code that reads and plain rules, nothing of the application. */

export interface ListTask {
  readonly bytes: Uint8Array;
  readonly shapes: readonly NumberShape[];
}

/** A list, why it is refused, or why the file is no table. A refusal is plain data: threads exchange no classes. */
export type ListAnswer =
  | { readonly kind: 'list'; readonly list: SubmittedList }
  | ({ readonly kind: 'refused' } & Pick<Refusal<VerificationRefusalCode>, 'code' | 'data'>)
  | { readonly kind: 'noTable'; readonly fault: TableFault };

type ListOutcome = SubmittedList | Refusal<VerificationRefusalCode>;

/** More than rows: titles, headers and blank lines. */
const MOST_LINES = MOST_LIST_ROWS + 50;
/** Sheets searched for the two columns behind the first one, which may be a cover or instructions. */
const OTHER_SHEETS = 4;
const READING = { longestCell: LONGEST_CELL, nameUnread: true };

answerTasks<ListTask, ListAnswer>(async ({ bytes, shapes }) => {
  const read = await listIn(Buffer.from(bytes.buffer), cellReader(shapes));
  if (typeof read === 'string') return { kind: 'noTable', fault: read };
  if (read instanceof Refusal) return { kind: 'refused', code: read.code, data: read.data };
  return { kind: 'list', list: read };
});

/** Reads an employer's list from its first sheet, or from another one that has the columns. */
async function listIn(bytes: Buffer, reader: CellReader): Promise<ListOutcome | TableFault> {
  const read = await readTable(bytes, MOST_LINES, READING);
  if (typeof read === 'string') return read;
  const otherSheets = read.unread ?? [];
  const list = readSubmittedList(read.rows, reader, { isText: read.format !== 'XLSX', otherSheets });
  // A cover or instructions are short.
  const isElsewhere = otherSheets.length > 0 && read.isExtensive !== true && isLacking(list);
  return isElsewhere ? ((await listOnOtherSheet(bytes, reader)) ?? list) : list;
}

async function listOnOtherSheet(bytes: Buffer, reader: CellReader): Promise<ListOutcome | null> {
  const read = await readTable(bytes, MOST_LINES, { ...READING, otherSheets: OTHER_SHEETS });
  if (typeof read === 'string') return null;
  const filled = namesOf(read);
  for (const { sheet, rows } of read.others ?? []) {
    const otherSheets = filled.filter((name) => name !== sheet);
    const list = readSubmittedList(rows, reader, { otherSheets });
    if (!(list instanceof Refusal) || hasList(list)) return list;
  }
  return null;
}

const namesOf = ({ sheet, unread }: TableRead): string[] => [
  ...(sheet === undefined ? [] : [sheet]),
  ...(unread ?? []),
];

const LACKING: readonly VerificationRefusalCode[] = ['listEmpty', 'listLacksNumbers', 'listLacksNames'];
const IN_THE_LIST: readonly VerificationRefusalCode[] = [
  'listTooLong',
  'listCellTooLong',
  'listCellReordered',
  'listNumbersUnclear',
  'listNamesUnclear',
  'listNumbersPersonal',
  'listNamesOther',
  'listIsForm',
  'listHasMoreHeads',
  'listRowTooLong',
  'listNumberElsewhere',
  'listNumberRounded',
  'listCellFormatted',
];

/** A sheet without the list: another one may have it. */
const isLacking = (list: ListOutcome): boolean =>
  list instanceof Refusal && LACKING.includes(list.code) && !hasNumbers(list);

/** A sheet that has the list, so that no other one is read in its place. */
const hasList = (refusal: Refusal<VerificationRefusalCode>): boolean =>
  IN_THE_LIST.includes(refusal.code) || hasNumbers(refusal);

const hasNumbers = ({ code, data }: Refusal<VerificationRefusalCode>): boolean =>
  code === 'listLacksNames' && data['numbers'] !== null;
