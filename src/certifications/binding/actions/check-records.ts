import { Injectable } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import type { CheckedRecord, RegisterRecord } from '../data/register-records.js';
import { isInOrder, type RecordAnswer, type RegisterAnswer } from '../domain/record-checks.js';
import { WatchRegister } from './watch-register.js';
import { RegisterBinding } from './register-binding.js';
import { ReportAlteredRecord } from './report-altered-record.js';

const TRIES = 3;
/** Milliseconds. */
const BETWEEN = 5;

/**
 * Whether certificates are unaltered in the register; checked at every view. Altered ones are reported.
 */
@Injectable()
export class CheckRecords {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly state: WatchRegister,
    private readonly report: ReportAlteredRecord,
  ) {
    this.query = reads.query;
  }

  /** By id, in two queries for every 500; ids that never had a certificate are left out. */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, CheckedRecord>> {
    const checked = new Map<string, CheckedRecord>();
    if (ids.length === 0) return checked;
    const register = await this.whole();
    for (const read of await this.binding.records(this.query, ids)) {
      const { record, own } = await this.recheck(read);
      checked.set(record.id, { record, answer: { ...own, register } });
    }
    for (const id of await this.gone(ids.filter((one) => !checked.has(one))))
      checked.set(id, { record: null, answer: { binding: 'gone', log: 'none', register } });
    return checked;
  }

  /** Ids among these that once had a row. */
  private async gone(ids: readonly string[]): Promise<string[]> {
    const gone = ids.length === 0 ? [] : await this.binding.boundIds(this.query, ids);
    for (const id of gone)
      await this.report.execute({
        subject: 'certificate',
        id,
        label: id,
        finding: 'the row of this certificate is gone',
      });
    return gone;
  }

  /** For a record that was already read. */
  async answer(read: RegisterRecord): Promise<CheckedRecord> {
    const register = await this.whole();
    const { record, own } = await this.recheck(read);
    return { record, answer: { ...own, register } };
  }

  /**
   * A record is read in two queries, between which an act may change it: re-read it before reporting a fault.
   */
  private async recheck(
    read: RegisterRecord,
  ): Promise<{ readonly record: RegisterRecord; readonly own: RecordAnswer }> {
    let [record, own] = [read, this.binding.answerFor(read)];
    for (let tries = 1; tries < TRIES && !isInOrder(own); tries += 1) {
      await wait(tries * BETWEEN);
      await this.whole();
      record = (await this.binding.records(this.query, [read.id]))[0] ?? read;
      own = this.binding.answerFor(record);
    }
    const { id, number: label } = record;
    if (!isInOrder(own))
      await this.report.execute({
        subject: 'certificate',
        id,
        label,
        finding: `binding ${own.binding}, log ${own.log}`,
      });
    return { record, own };
  }

  /** Must run first: it reads new log entries, with which the record is compared. */
  private async whole(): Promise<RegisterAnswer['register']> {
    return (await this.state.execute()) === null ? 'complete' : 'changed';
  }
}
