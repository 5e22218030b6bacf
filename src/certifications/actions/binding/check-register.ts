import { Injectable } from '@nestjs/common';
import { type Ask, Reads } from '../../../platform/index.js';
import type { RegisterRecord } from '../../data/binding/register-records.js';
import { isInOrder, type RecordAnswer, type RegisterAnswer } from '../../domain/register-check.js';
import { CheckRegisterState } from './check-register-state.js';
import { RegisterBinding } from './register-binding.js';
import { ReportAlteredRecord } from './report-altered-record.js';

/** There is no such record any more. */
export const GONE: RegisterAnswer = { binding: 'missing', log: 'none', register: 'complete' };

/** Whether certificates stand in the register as the product wrote them, asked at every view. What does not is reported. */
@Injectable()
export class CheckRegister {
  private readonly ask: Ask;

  constructor(
    reads: Reads, private readonly binding: RegisterBinding, private readonly state: CheckRegisterState, private readonly report: ReportAlteredRecord,
  ) {
    this.ask = (query) => reads.all(query);
  }

  /** By id, in two queries for every 500. */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, RegisterAnswer>> {
    const answers = new Map<string, RegisterAnswer>();
    if (ids.length === 0) return answers;
    const register = await this.whole();
    for (const record of await this.binding.records(this.ask, ids)) answers.set(record.id, { ...(await this.own(record)), register });
    return answers;
  }

  /** Of a record that was read already. */
  async answer(record: RegisterRecord): Promise<RegisterAnswer> {
    const register = await this.whole();
    return { ...(await this.own(record)), register };
  }

  async of(id: string): Promise<RegisterAnswer> {
    return (await this.execute([id])).get(id) ?? GONE;
  }

  private async own(record: RegisterRecord): Promise<RecordAnswer> {
    const own = this.binding.answerFor(record);
    const { id, number: label } = record;
    if (!isInOrder(own)) await this.report.execute({ subject: 'certificate', id, label, found: `binding ${own.binding}, log ${own.log}` });
    return own;
  }

  /** First: it reads what was logged meanwhile, which a record by itself is compared with. */
  private async whole(): Promise<RegisterAnswer['register']> {
    return (await this.state.execute()) === null ? 'complete' : 'changed';
  }
}
