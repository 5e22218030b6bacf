import { Injectable } from '@nestjs/common';
import { Refusal, refuse, type TableFault, type TableRead, TableReader } from '../../platform/index.js';
import type { TraineeRefusalCode } from '../domain/refusals.js';
import { MOST_ROWS, type Sheet, sheetFrom } from '../domain/sheet.js';

export interface SheetRead extends Sheet {
  /** The whole file as text, which is read again on confirmation. */
  readonly text: string;
  readonly encoding: TableRead['format'];
}

/** Enough to report the number of rows when there are too many. */
const MOST_LINES = 20_000;
/** Above the longest valid note, so that a longer one still fails. */
const LONGEST_CELL = 4_100;

const CODES: Readonly<Record<TableFault, TraineeRefusalCode>> = {
  empty: 'importEmpty',
  oldWorkbook: 'importIsOldWorkbook',
  withPassword: 'importIsOldWorkbook',
  workbook: 'importIsWorkbook',
  webPage: 'importIsNotText',
  notATable: 'importIsNotText',
  unreadable: 'importUnreadable',
  encodingUnclear: 'importEncodingUnclear',
  damaged: 'importUnreadable',
  tooLong: 'importTooLong',
  tooWide: 'importTooLarge',
  tooLarge: 'importTooLarge',
  tooComplex: 'importTooComplex',
  busy: 'importBusy',
};

/** Reads a CSV file, or its text, for an import. */
@Injectable()
export class ReadSheet {
  constructor(private readonly tables: TableReader) {}

  async execute(accountId: string | null, file: Uint8Array | string): Promise<SheetRead | Refusal<TraineeRefusalCode>> {
    const reading = { mostRows: MOST_LINES, longestCell: LONGEST_CELL, textOnly: true, keepText: true };
    const read = await this.tables.read(file, reading, accountId);
    if (typeof read === 'string')
      return refuse(CODES[read], read === 'tooLong' ? { count: `${MOST_LINES}+`, most: MOST_ROWS } : {}, 'file');
    const sheet = sheetFrom(read.rows);
    return sheet instanceof Refusal ? sheet : { ...sheet, text: read.text ?? '', encoding: read.format };
  }
}
