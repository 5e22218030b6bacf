import { Injectable } from '@nestjs/common';
import { type Ask, Keys, type Transaction } from '../../../platform/index.js';
import { answerFor, bindAgain, bindIssued, inOrder } from '../../data/binding/bind-certificates.js';
import { type RegisterRecord, registerRecords } from '../../data/binding/register-records.js';
import type { RegisterAnswer } from '../../domain/register-check.js';
import type { BindingAct } from '../../log/bound-record.js';

export const REGISTER_PURPOSE = 'certificate register';

/** The key that binds what the product writes into the register, and what is done with it. */
@Injectable()
export class RegisterBinding {
  readonly key: Buffer;

  constructor(keys: Keys) {
    this.key = Buffer.from(keys.of(REGISTER_PURPOSE), 'hex');
  }

  /** In the transaction of the act, after everything about the certificates is written. */
  issued(tx: Transaction, act: BindingAct, ids: readonly string[]): Promise<void> {
    return bindIssued(tx, this.key, { ids, act, actedAt: tx.now });
  }

  /** After an act that has changed the standing of certificates which `inOrder` named before it. */
  again(tx: Transaction, ids: readonly string[]): Promise<void> {
    return bindAgain(tx, this.key, ids);
  }

  inOrder(ask: Ask, ids: readonly string[]): Promise<Set<string>> {
    return inOrder(ask, this.key, ids);
  }

  async isInOrder(tx: Transaction, id: string): Promise<boolean> {
    return (await this.inOrder((query) => tx.rows(query), [id])).has(id);
  }

  answerFor(record: RegisterRecord): RegisterAnswer {
    return answerFor(this.key, record);
  }

  records(ask: Ask, ids: readonly string[]): Promise<RegisterRecord[]> {
    return registerRecords(ask, ids);
  }
}
