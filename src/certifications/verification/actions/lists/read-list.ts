import { Injectable } from '@nestjs/common';
import {
  A_MINUTE,
  ReadDatabase,
  Refusal,
  refuse,
  type RefusalData,
  type TableFault,
  type TableRead,
  TableReader,
  Throttle,
} from '../../../../platform/index.js';
import type { NumberPattern } from '../../../core/index.js';
import { patternsUsed } from '../../../templates/index.js';
import { LONGEST_CELL, type SubmittedList, readSubmittedList } from '../../domain/list-columns.js';
import { MOST_LIST_ROWS } from '../../domain/verification-list.js';
import type { ListRefusalCode } from '../../domain/list-refusals.js';
import type { VerificationRefusalCode } from '../../domain/refusals.js';

/** Uploads per employer, including refused files. */
const UPLOADS = { name: 'lists of an employer', most: 40, within: 15 * A_MINUTE };
/** More than rows: titles, headers and blank lines. */
const MOST_LINES = MOST_LIST_ROWS + 50;
const MOST_COLUMNS = 100;
/** Sheets searched for the two columns behind the first one, which may be a cover or instructions. */
const OTHER_SHEETS = 4;

const REFUSALS: Readonly<Record<TableFault, readonly [ListRefusalCode, RefusalData?]>> = {
  empty: ['listEmpty'],
  oldWorkbook: ['listOldWorkbook'],
  withPassword: ['listWithPassword'],
  webPage: ['listIsWebPage'],
  workbook: ['listUnreadable'],
  notATable: ['listUnreadable'],
  unreadable: ['listUnreadable'],
  encodingUnclear: ['listEncodingUnclear'],
  damaged: ['listUnreadable'],
  tooLong: ['listTooManyLines', { most: MOST_LIST_ROWS }],
  tooWide: ['listTooWide', { most: MOST_COLUMNS }],
  tooLarge: ['listTooLarge'],
  tooComplex: ['listTooComplex'],
  busy: ['listReaderBusy'],
};

type ListOutcome = SubmittedList | Refusal<VerificationRefusalCode>;

/** Reads an employer's list. The caller has checked who sends it for which employer. */
@Injectable()
export class ReadList {
  constructor(
    private readonly throttle: Throttle,
    private readonly tables: TableReader,
    private readonly reads: ReadDatabase,
  ) {}

  async execute(employerId: string, file: () => Promise<Uint8Array>): Promise<ListOutcome> {
    const wait = await this.throttle.hit(UPLOADS, employerId);
    if (wait > 0) return refuse('tooManyLists', { minutes: Math.ceil(wait / 60) }, 'file');
    const bytes = await file();
    const reading = { mostRows: MOST_LINES, longestCell: LONGEST_CELL };
    const read = await this.tables.read(bytes, reading, employerId);
    const patterns = await patternsUsed(this.reads.query);
    const list = listIn(read, patterns);
    if (typeof read === 'string' || read.format !== 'XLSX' || !isLacking(list)) return list;
    // A cover or instructions are short.
    if (read.isExtensive === true) return list;
    const again = await this.tables.read(bytes, { ...reading, otherSheets: OTHER_SHEETS }, employerId);
    for (const rows of typeof again === 'string' ? [] : (again.others ?? [])) {
      const other = readSubmittedList(rows, patterns);
      if (!(other instanceof Refusal) || hasList(other)) return other;
    }
    return list;
  }
}

function listIn(read: TableRead | TableFault, patterns: readonly NumberPattern[]): ListOutcome {
  if (typeof read !== 'string') return readSubmittedList(read.rows, patterns);
  const [code, data] = REFUSALS[read];
  return refuse(code, data, 'file');
}

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
];

/** A sheet without the list: another one may have it. */
const isLacking = (list: ListOutcome): boolean =>
  list instanceof Refusal && LACKING.includes(list.code) && !hasNumbers(list);

/** A sheet that has the list, so that no other one is read in its place. */
const hasList = (refusal: Refusal<VerificationRefusalCode>): boolean =>
  IN_THE_LIST.includes(refusal.code) || hasNumbers(refusal);

const hasNumbers = ({ code, data }: Refusal<VerificationRefusalCode>): boolean =>
  code === 'listLacksNames' && data['numbers'] !== null;
