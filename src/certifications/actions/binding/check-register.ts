import { Injectable } from '@nestjs/common';
import { type Ask, Reads } from '../../../platform/index.js';
import type { RegisterRecord } from '../../data/binding/register-records.js';
import { isInOrder, type RegisterAnswer } from '../../domain/register-check.js';
import { RegisterBinding } from './register-binding.js';
import { ReportAlteredRecord } from './report-altered-record.js';

/** There is no such record any more. */
export const GONE: RegisterAnswer = { binding: 'missing', log: 'none' };

/** Whether certificates stand in the register as the product wrote them, asked at every view. What does not is reported. */
@Injectable()
export class CheckRegister {
  private readonly ask: Ask;

  constructor(reads: Reads, private readonly binding: RegisterBinding, private readonly report: ReportAlteredRecord) {
    this.ask = (query) => reads.all(query);
  }

  /** By id, in two queries for every 500. */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, RegisterAnswer>> {
    const answers = new Map<string, RegisterAnswer>();
    for (const record of await this.binding.records(this.ask, ids)) answers.set(record.id, await this.answer(record));
    return answers;
  }

  /** Of a record that was read already. */
  async answer(record: RegisterRecord): Promise<RegisterAnswer> {
    const answer = this.binding.answerFor(record);
    const { id, number: label } = record;
    if (!isInOrder(answer)) await this.report.execute({ subject: 'certificate', id, label, found: `binding ${answer.binding}, log ${answer.log}` });
    return answer;
  }

  async of(id: string): Promise<RegisterAnswer> {
    return (await this.execute([id])).get(id) ?? GONE;
  }
}
