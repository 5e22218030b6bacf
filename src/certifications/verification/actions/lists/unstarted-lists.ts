import { Injectable } from '@nestjs/common';
import { Clock, type QueryFunction, ReadDatabase } from '../../../../platform/index.js';
import { RegisterBinding } from '../../../binding/index.js';
import { boundList } from '../../data/list-bindings.js';
import { isUnstarted } from '../../data/list-start.js';
import type { QuestionRow, ReadColumns } from '../../domain/verification-list.js';

/** What an employer sees of a list before starting it. */
export interface ListPreview {
  readonly columns: ReadColumns;
  /** Whether parts of the file were not read. */
  readonly notRead: boolean;
  /** The first rows. */
  readonly rows: readonly QuestionRow[];
}

/** Lists that wait for their employer's people to check what was read. */
@Injectable()
export class UnstartedLists {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly clock: Clock,
  ) {
    this.query = reads.query;
  }

  has(id: string): Promise<boolean> {
    return isUnstarted(this.query, { key: this.binding.key, now: this.clock.now() }, id);
  }

  /** The list as it was sent, with the first `most` rows; `null` if it was altered. */
  async preview(id: string, most: number): Promise<ListPreview | null> {
    const list = await boundList(this.query, this.binding.key, id);
    if (!list) return null;
    const { columns, rows } = list;
    const { sheets = [], columns: others = [] } = columns.notRead ?? {};
    return { columns, notRead: sheets.length + others.length > 0, rows: rows.slice(0, most) };
  }
}
