import { Injectable } from '@nestjs/common';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import type { Certificate } from '../../core/index.js';
import { type BindingAct, FollowLog, recordHash } from '../../log/index.js';
import { answerFor, bindAgain, bindIssued, inOrder, type Intended } from '../data/bind-certificates.js';
import {
  bindHeadAgain,
  bindPlan,
  isPlanCurrent,
  type Plan,
  plannedAmong,
  type PlanName,
  settlePlan,
} from '../data/bind-plans.js';
import { boundIds, idByToken, idsByNumber } from '../data/look-up-tags.js';
import { type RegisterRecord, registerRecords } from '../data/register-records.js';
import { isInOrder, type RecordAnswer } from '../domain/register-check.js';
import { CheckRegisterState } from './check-register-state.js';
import { OwnRegisterWriter } from './own-register-writer.js';

/** What is done with the key that binds the product's records. */
@Injectable()
export class RegisterBinding {
  readonly key: Buffer;

  constructor(
    readonly writer: OwnRegisterWriter,
    private readonly log: FollowLog,
    private readonly state: CheckRegisterState,
  ) {
    this.key = writer.key;
  }

  /** In the transaction of the act, after everything about the certificates is written. */
  issued(tx: Transaction, act: BindingAct, intended: readonly Intended[]): Promise<void> {
    return bindIssued(tx, this.writer, { intended, act, actedAt: tx.now });
  }

  /** After an act that has changed the standing of certificates which `inOrder` named before it. */
  again(tx: Transaction, intended: readonly Intended[]): Promise<void> {
    return bindAgain(tx, this.writer, intended);
  }

  /** What a step of an issue or a batch does later is what was planned here. */
  planned(tx: Transaction, plan: Plan): Promise<void> {
    return bindPlan(tx, this.writer, plan);
  }

  /** A plan was stopped, or goes on. */
  headChanged(tx: Transaction, change: Parameters<typeof bindHeadAgain>[2]): Promise<void> {
    return bindHeadAgain(tx, this.writer, change);
  }

  /** The ids of those items that are as they were planned. `waiting`: everything that waits. */
  plannedAmong(
    query: QueryFunction,
    plan: Plan & { readonly waiting: readonly string[] },
  ): Promise<ReadonlySet<string>> {
    return plannedAmong(query, this.key, plan);
  }

  /** Whether these items, and no others, are left of a plan. */
  isPlanCurrent(query: QueryFunction, plan: PlanName & { readonly waiting: readonly string[] }): Promise<boolean> {
    return isPlanCurrent(query, this.key, plan);
  }

  /** Items of a plan that are done, refused or given up now. `isOver`: none is left. */
  planSettled(tx: Transaction, settling: Parameters<typeof settlePlan>[2]): Promise<void> {
    return settlePlan(tx, this.writer, settling);
  }

  /** None where the register as a whole is not as it was stored: any of them may have been put back. */
  async inOrder(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
    const fault = await this.state.executeWithin(tx);
    return fault === null ? inOrder(tx.query, { key: this.key, log: this.log }, ids) : new Set();
  }

  /**
   * Whether the certificate that an act has read is the one that the product wrote: somebody may let the two readings
   * find different rows.
   */
  async isInOrder(tx: Transaction, { id, ...row }: Certificate): Promise<boolean> {
    if ((await this.state.executeWithin(tx)) !== null) return false;
    const [record, ...more] = await this.records(tx.query, [id]);
    return (
      record !== undefined &&
      more.length === 0 &&
      record.id === id &&
      record.state === row.state &&
      record.binding?.record === recordHash({ id, ...row }) &&
      isInOrder(this.answerFor(record))
    );
  }

  /** Of one record by itself. */
  answerFor(record: RegisterRecord): RecordAnswer {
    return answerFor({ key: this.key, log: this.log }, record);
  }

  records(query: QueryFunction, ids: readonly string[]): Promise<RegisterRecord[]> {
    return registerRecords(query, ids);
  }

  /** By number as it is compared, the ids of the certificates issued under it: also of those whose rows are gone. */
  idsByNumber(query: QueryFunction, numberKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return idsByNumber(query, this.key, numberKeys);
  }

  /** By the random part of its address. `null`: there was never a certificate under it. */
  idByToken(query: QueryFunction, token: string): Promise<string | null> {
    return idByToken(query, this.key, token);
  }

  /** Those of these ids under which a certificate was bound. */
  boundIds(query: QueryFunction, ids: readonly string[]): Promise<string[]> {
    return boundIds(query, ids);
  }
}
