import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { macOf } from '../../log/index.js';
import { boundAnswer, type StoredAnswer } from '../data/answer-rows.js';
import { VerificationBatch } from '../data/verification-batch.entity.js';
import { answerMacOf } from '../data/verification-lists.js';

/**
 * What is answered in a transaction goes on from what was answered before: nobody else can add, change or take away
 * a row of the list.
 */
@Injectable()
export class BindAnswers {
  constructor(private readonly binding: RegisterBinding) {}

  async execute(tx: Transaction, listId: string, rows: readonly StoredAnswer[]): Promise<void> {
    const before = await answerMacOf(tx.query, listId);
    await tx
      .of(VerificationBatch)
      .update({ id: listId }, { answerMac: answersMac(this.binding.key, [listId, before], rows) });
  }
}

/** What binds the rows of one unit of work to those of the list before them. */
export function answersMac(
  key: Parameters<typeof macOf>[0],
  [listId, before]: readonly [string, string | null],
  rows: readonly StoredAnswer[],
): string {
  return macOf(key, 'listAnswers', [listId, before, ...rows.flatMap(boundAnswer)]);
}
