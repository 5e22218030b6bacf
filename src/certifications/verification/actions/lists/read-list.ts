import { Injectable } from '@nestjs/common';
import {
  A_MINUTE,
  ReadDatabase,
  type Refusal,
  refuse,
  type RefusalData,
  type TableFault,
  Throttle,
} from '../../../../platform/index.js';
import { patternsUsed } from '../../../templates/index.js';
import type { SubmittedList } from '../../domain/list-columns.js';
import { MOST_LIST_ROWS } from '../../domain/verification-list.js';
import { shapesOf } from '../../domain/number-cells.js';
import type { ListRefusalCode } from '../../domain/list-refusals.js';
import type { VerificationRefusalCode } from '../../domain/refusals.js';
import { ListReader } from './list-reader.js';

/** Uploads per employer, including refused files. */
const UPLOADS = { name: 'lists of an employer', most: 40, within: 15 * A_MINUTE };
const MOST_COLUMNS = 100;

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

/** Reads an employer's list. The caller has checked who sends it for which employer. */
@Injectable()
export class ReadList {
  constructor(
    private readonly throttle: Throttle,
    private readonly lists: ListReader,
    private readonly reads: ReadDatabase,
  ) {}

  async execute(
    employerId: string,
    file: () => Promise<Uint8Array>,
  ): Promise<SubmittedList | Refusal<VerificationRefusalCode>> {
    const wait = await this.throttle.hit(UPLOADS, employerId);
    if (wait > 0) return refuse('tooManyLists', { minutes: Math.ceil(wait / 60) }, 'file');
    const shapes = shapesOf(await patternsUsed(this.reads.query));
    const read = await this.lists.read(await file(), shapes, employerId);
    if (read.kind === 'list') return read.list;
    if (read.kind === 'refused') return refuse(read.code, read.data, 'file');
    const [code, data] = REFUSALS[read.fault];
    return refuse(code, data, 'file');
  }
}
