import { Injectable } from '@nestjs/common';
import { type Refusal, refuse, type RefusalData, type TableFault, TableReader, Throttle } from '../../platform/index.js';
import { type AskedList, askedList } from '../domain/asked-columns.js';
import { MOST_ROWS } from '../domain/asked-rows.js';
import type { ListRefusalCode } from '../domain/list-refusals.js';
import type { CertificationRefusalCode } from '../domain/refusals.js';

/** Files that an employer may send, those that are refused among them. */
const UPLOADS = { name: 'lists of an employer', most: 40, within: 15 * 60_000 };
/** Some lines more than rows: titles, heads and blank lines. */
const MOST_LINES = MOST_ROWS + 50;
/** More than the longest number or name has. */
const LONGEST_CELL = 400;
const MOST_COLUMNS = 100;

const REFUSALS: Readonly<Record<TableFault, readonly [ListRefusalCode, RefusalData?]>> = {
  empty: ['listEmpty'], oldWorkbook: ['listOldWorkbook'], withPassword: ['listWithPassword'], webPage: ['listIsWebPage'],
  workbook: ['listUnreadable'], notATable: ['listUnreadable'], unreadable: ['listUnreadable'], damaged: ['listUnreadable'],
  tooLong: ['listTooManyLines', { most: MOST_ROWS }], tooWide: ['listTooWide', { most: MOST_COLUMNS }], tooLarge: ['listTooLarge'],
  tooComplex: ['listTooComplex'], busy: ['listReaderBusy'],
};

/** Reads the list that an employer sends. Who sends it for which employer is known before anything is read. */
@Injectable()
export class ReadList {
  constructor(private readonly throttle: Throttle, private readonly tables: TableReader) {}

  async execute(employerId: string, file: () => Promise<Uint8Array>): Promise<AskedList | Refusal<CertificationRefusalCode>> {
    const wait = await this.throttle.hit(UPLOADS, employerId);
    if (wait > 0) return refuse('tooManyLists', { minutes: Math.ceil(wait / 60) }, 'file');
    const read = await this.tables.read(await file(), { mostRows: MOST_LINES, longestCell: LONGEST_CELL });
    if (typeof read !== 'string') return askedList(read.rows);
    const [code, data] = REFUSALS[read];
    return refuse(code, data, 'file');
  }
}
