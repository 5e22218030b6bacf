import { Injectable } from '@nestjs/common';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import { canonical, type Certificate } from '../../core/index.js';
import { type BindingAct, FollowLog, recordHash } from '../../log/index.js';
import {
  answerFor,
  bindAgain,
  bindIssued,
  type ChangedRecord,
  inOrder,
  type NewRecord,
} from '../data/bind-certificates.js';
import {
  bindDecision,
  bindPlan,
  endPlan,
  isPlanUnderWay,
  isPlanWhole,
  type Plan,
  type PlanDecision,
  plannedAmong,
  type PlanName,
  type PlanRows,
  plansUnderWay,
  type SettledItems,
  settlePlan,
  type StoredPlan,
} from '../data/bind-plans.js';
import { boundNumbers, NumberIsBound } from '../data/bound-numbers.js';
import { boundIds, idByToken, type IdsByNumber, idsByNumber } from '../data/look-up-tags.js';
import { type RegisterRecord, registerRecords } from '../data/register-records.js';
import { isInOrder, type RecordAnswer } from '../domain/record-checks.js';
import { WatchRegister } from './watch-register.js';
import { OwnRegisterWriter } from './own-register-writer.js';
import { ReportAlteredRecord } from './report-altered-record.js';

/** Binds and checks the product's records with the register key. */
@Injectable()
export class RegisterBinding {
  readonly key: Buffer;

  constructor(
    readonly writer: OwnRegisterWriter,
    private readonly log: FollowLog,
    private readonly state: WatchRegister,
    private readonly report: ReportAlteredRecord,
  ) {
    this.key = writer.key;
  }

  /**
   * Call it in the act's transaction, after everything about the certificates is written.
   * @throws NumberIsBound if another certificate has one of their numbers, which is reported
   */
  async issued(tx: Transaction, act: BindingAct, fresh: readonly NewRecord[]): Promise<void> {
    try {
      await bindIssued(tx, this.writer, { fresh, act, actedAt: tx.now });
    } catch (fault) {
      if (fault instanceof NumberIsBound) this.reportNumber(tx, fault.holder);
      throw fault;
    }
  }

  /** Whether a certificate was bound with one of these new numbers, whatever its row says; reported. */
  async isAnyBound(tx: Transaction, numbers: readonly string[]): Promise<boolean> {
    const byKey = new Map(numbers.map((number) => [canonical(number), number]));
    const bound = await boundNumbers(tx, this.key, [...byKey.keys()]);
    for (const { id, numberKey } of bound) this.reportNumber(tx, { id, number: byKey.get(numberKey)! });
    return bound.length > 0;
  }

  private reportNumber(tx: Transaction, { id, number: label }: { readonly id: string; readonly number: string }): void {
    const finding = 'its number was about to be given to another certificate: rows about it were altered or hidden';
    tx.atEnd(() => this.report.execute({ subject: 'certificate', id, label, finding }));
  }

  /** Call it after changing the standing of certificates that `inOrder` or `judge` returned before. */
  again(tx: Transaction, changed: readonly ChangedRecord[]): Promise<void> {
    return bindAgain(tx, this.writer, changed);
  }

  /** Binds the plan of an issue or a batch, so that later steps do only what was planned. */
  planned(tx: Transaction, plan: Plan): Promise<void> {
    return bindPlan(tx, this.writer, plan);
  }

  /**
   * Binds that a plan was stopped or resumed. `false`: nothing is left of it.
   * @throws LogHasBeenChanged if a plan to resume was altered before
   */
  planDecided(tx: Transaction, decision: PlanDecision): Promise<boolean> {
    return bindDecision(tx, this.writer, decision);
  }

  /** Whether something is left of a plan, whatever the rows of its items say. */
  isPlanUnderWay(tx: Transaction, id: string): Promise<boolean> {
    return isPlanUnderWay(tx, this.writer, id);
  }

  /** Ids of the items that are unchanged since they were planned. `waiting`: all items that wait. */
  plannedAmong(
    query: QueryFunction,
    plan: PlanRows & { readonly waiting: readonly string[] },
  ): Promise<ReadonlySet<string>> {
    return plannedAmong(query, this.key, plan);
  }

  /** Whether a plan under way is whole: its job goes on or was stopped, as decided, and what waits is what is left. */
  isPlanWhole(query: QueryFunction, plan: StoredPlan): Promise<boolean> {
    return isPlanWhole(query, this.key, plan);
  }

  /** Ids of plans of which something is left; `null`: the register as a whole is faulty, so nobody knows. */
  plansUnderWay(query: QueryFunction): Promise<string[] | null> {
    return plansUnderWay(query, this.key);
  }

  /** Ends a plan as a whole, whatever its rows say. `items`: ids of all its items. */
  planEnded(tx: Transaction, plan: PlanName & { readonly items: readonly string[] }): Promise<void> {
    return endPlan(tx, this.writer, plan);
  }

  /**
   * Settles items that are done or refused. The plan ends with its last item.
   * @throws LogHasBeenChanged if the plan of items that were checked has ended or was stopped since
   */
  planSettled(tx: Transaction, settling: SettledItems): Promise<void> {
    return settlePlan(tx, this.writer, settling);
  }

  /** Empty if the register as a whole is faulty: any record may have been rolled back. */
  async inOrder(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterRecord>> {
    const fault = await this.state.executeWithin(tx);
    return fault === null ? inOrder(tx.query, { key: this.key, log: this.log }, ids) : new Map();
  }

  /** The records among these that are in order; none if the register as a whole is faulty. */
  async recordsInOrder(tx: Transaction, ids: readonly string[]): Promise<RegisterRecord[]> {
    if ((await this.state.executeWithin(tx)) !== null) return [];
    return (await this.records(tx.query, ids)).filter((record) => isInOrder(this.answerFor(record)));
  }

  /**
   * The record of the certificate that an act has read; `null` if it was altered, which is reported. Call it before
   * the act asks anything of the row. Compares the row itself: a second read may be made to find another row.
   */
  async judge(tx: Transaction, { id, ...row }: Certificate): Promise<RegisterRecord | null> {
    if ((await this.state.executeWithin(tx)) !== null) return null;
    const [record, ...more] = await this.records(tx.query, [id]);
    const isUnaltered =
      record !== undefined &&
      more.length === 0 &&
      record.id === id &&
      record.state === row.state &&
      record.binding?.record === recordHash({ id, ...row }) &&
      isInOrder(this.answerFor(record));
    if (isUnaltered) return record;
    const label = record?.number ?? row.number;
    const finding = 'the record that an act was about is not what was bound';
    tx.atEnd(() => this.report.execute({ subject: 'certificate', id, label, finding }));
    return null;
  }

  /** For a single record. */
  answerFor(record: RegisterRecord): RecordAnswer {
    return answerFor({ key: this.key, log: this.log }, record);
  }

  records(query: QueryFunction, ids: readonly string[]): Promise<RegisterRecord[]> {
    return registerRecords(query, ids);
  }

  /** Ids of issued certificates by canonical number, including those whose rows are gone. */
  idsByNumber(query: QueryFunction, numberKeys: readonly string[]): Promise<IdsByNumber> {
    return idsByNumber(query, this.key, numberKeys);
  }

  /** By the token in its address. `null`: there never was such a certificate. */
  idByToken(query: QueryFunction, token: string): Promise<string | null> {
    return idByToken(query, this.key, token);
  }

  /** Ids among these that were bound. */
  boundIds(query: QueryFunction, ids: readonly string[]): Promise<string[]> {
    return boundIds(query, ids);
  }
}
