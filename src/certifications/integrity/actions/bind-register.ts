import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { type QueryFunction, LOGGER, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import {
  WatchRegister,
  frozenRecordOf,
  insertBindings,
  RegisterBinding,
  RegisterMark,
  type RegisterRecord,
  registerRecords,
  updateBindings,
} from '../../binding/index.js';
import {
  BEFORE_ALL,
  bindingHolds,
  isGenuine,
  logAgreement,
  readRegister,
  rebuildRegisterState,
  recordHash,
  removeUnsignedRows,
} from '../../log/index.js';
import { certificateIdsAfter, issuedNumbers } from '../data/before-bindings.js';
import { someBindingHolds } from '../data/binding-holds.js';
import { certificateFindings } from './check-logged-certificates.js';
import { BindKeptAnswers } from './bind-kept-answers.js';
import { BindReceipts, type WhenToBind } from './bind-receipts.js';
import { FittingKeys, type VouchedKeys } from './fitting-keys.js';
import { PlansToBelieve } from './plans-to-believe.js';

const AT_ONCE = 500;
const MOST_TOLD = 200;

export interface RegisterBound {
  readonly count: number;
  /** Those without documents, bound only on the basis of their rows. */
  readonly withoutDocuments: readonly string[];
  /**
   * Left unbound: certificates that differ from the log or were never issued, and keys that do not fit.
   */
  readonly left: readonly string[];
  /** Numbers of certificates that nobody vouched for, though somebody has to: they stay unbound. */
  readonly unvouched: readonly string[];
  /** Numbers that were bound on somebody's word. */
  readonly vouched: readonly string[];
  /** Entries and hashes of the log that belong to no signed entry and were removed. */
  readonly removed: number;
  readonly receipts: number;
  /** Employers' lists and history lines. */
  readonly answers: number;
  /** Names of the issuer's keys that nobody vouched for: they vouch for nothing until somebody does. */
  readonly keysUnvouched: readonly string[];
  /** Ids of issues under way whose plans were not believed: what they have not issued has to be issued anew. */
  readonly plansLeft: readonly string[];
}

export interface BindingRequest {
  readonly keys: VouchedKeys;
  /**
   * `all`: at the first start after the upgrade and on a copy. By an operator: the numbers of certificates of which
   * somebody knows that they are as they were issued. Those without documents need it, since nothing but their rows
   * speaks for them, and all others while the master key is the one that has bound the register: what does not hold
   * then was altered.
   */
  readonly vouchedFor: ReadonlySet<string> | 'all';
}

const AT_FIRST: BindingRequest = { keys: 'opened', vouchedFor: 'all' };

/** Binds certificates, keys, receipts and issues under way that are not bound with the current master key. */
@Injectable()
export class BindRegister {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
    private readonly state: WatchRegister,
    private readonly mark: RegisterMark,
    private readonly fitting: FittingKeys,
    private readonly plans: PlansToBelieve,
    private readonly receipts: BindReceipts,
    private readonly answers: BindKeptAnswers,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /**
   * Binds what is not bound with the current master key: certificates that the log confirms, and confirmed ones without
   * documents. Altered records that are bound stay as they are. Rebuilds the register's state from the tables.
   */
  async execute({ keys, vouchedFor }: BindingRequest = AT_FIRST): Promise<RegisterBound> {
    const { fault } = await readRegister(this.query, this.binding.key);
    const isAnew = fault === 'stateGone' || fault === 'stateForged';
    const isKeyTheSame =
      vouchedFor !== 'all' && (this.mark.isKeyTheSame ?? (await someBindingHolds(this.query, this.binding.key)));
    const total = {
      count: 0,
      vouched: [] as string[],
      withoutDocuments: [] as string[],
      left: [] as string[],
      unvouched: [] as string[],
    };
    for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
      const ids = await certificateIdsAfter(this.query, after, AT_ONCE);
      const some = await this.bindSome(ids, vouchedFor, isKeyTheSame);
      total.count += some.count;
      total.vouched.push(...some.vouched);
      total.withoutDocuments.push(...some.withoutDocuments);
      total.left.push(...some.left);
      total.unvouched.push(...some.unvouched);
      after = ids.at(-1);
    }
    // Later one that is not bound is one that somebody put in.
    const mayBind = isAnew && !isKeyTheSame;
    const when: WhenToBind = vouchedFor === 'all' ? 'always' : 'whereNoneHolds';
    const receipts = mayBind ? await this.receipts.execute(when) : 0;
    const answers = mayBind ? await this.answers.execute(when) : 0;
    const [plansLeft, keysUnvouched]: [string[], string[]] = [[], []];
    let removed = 0;
    const state = await this.unitOfWork.run(SYSTEM, async (tx) => {
      removed = vouchedFor === 'all' ? 0 : await removeUnsignedRows(tx, await readRegister(tx.query, this.binding.key));
      const { plans, left: leftPlans } = await this.plans.execute(tx, vouchedFor === 'all' ? 'believe' : 'leave');
      plansLeft.push(...leftPlans);
      const { macs, left, unvouched: unvouchedKeys } = await this.fitting.execute(tx, keys);
      keysUnvouched.push(...unvouchedKeys);
      const state = await rebuildRegisterState(tx, this.binding.key, { keys: macs, plans });
      total.left.push(...left);
      const { count, withoutDocuments, unvouched } = total;
      if (
        count + receipts + answers + removed === 0 &&
        [...total.left, ...unvouched, ...plansLeft, ...keysUnvouched].length === 0
      ) {
        tx.withoutAudit('there was nothing to bind');
        return state;
      }
      await tx.audit(
        'register.bound',
        { type: 'register', id: 'register', label: 'register' },
        {
          count,
          removed,
          withoutDocuments: withoutDocuments.slice(0, MOST_TOLD),
          left: [...total.left, ...unvouched, ...keysUnvouched].slice(0, MOST_TOLD),
        },
      );
      return state;
    });
    this.state.restart(state);
    if (total.count > 0)
      this.log.info(
        { count: total.count, withoutDocuments: total.withoutDocuments.length },
        'certificates from before were bound',
      );
    if (total.left.length > 0)
      this.log.error(
        { numbers: total.left.slice(0, MOST_TOLD) },
        'certificates do not agree with the log and were not bound: run npm run academy -- verify-log',
      );
    return { ...total, removed, receipts, answers, plansLeft, keysUnvouched };
  }

  private bindSome(
    ids: readonly string[],
    vouchedFor: BindingRequest['vouchedFor'],
    isKeyTheSame: boolean,
  ): Promise<Pick<RegisterBound, 'count' | 'withoutDocuments' | 'left' | 'unvouched' | 'vouched'>> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('one entry covers the whole run');
      const { query } = tx;
      const { key } = this.binding;
      const records = await registerRecords(query, ids);
      const unbound = records.filter(({ id, binding }) => !binding || !isGenuine(key, id, binding));
      const issued = await issuedNumbers(
        query,
        unbound.filter(({ credentialHash }) => credentialHash === null).map(({ number }) => number),
      );
      const isNamed = (number: string): boolean => vouchedFor === 'all' || vouchedFor.has(number);
      const fitting: RegisterRecord[] = [];
      for (const one of unbound) {
        if (one.credentialHash === null ? !issued.has(one.number) || !wasIssued(one) : !agreesWithLog(one)) continue;
        // Records bound by an operator may have been altered: compare all of them with what was signed.
        const isCompared = vouchedFor !== 'all' && one.credentialHash !== null;
        if (isCompared && (await certificateFindings(query, one.id, null)).length > 0) continue;
        const successor = unloggedSuccessor(one);
        if (successor === null || isNamed(successor.number) || (await this.isBound(query, successor.id)))
          fitting.push(one);
      }
      const isVouchedFor = ({ credentialHash, number }: RegisterRecord): boolean =>
        (credentialHash !== null && !isKeyTheSame) || isNamed(number);
      const fit = fitting.filter(isVouchedFor);
      await insertBindings(tx, key, {
        records: fit.filter(({ binding }) => !binding),
        act: 'upgrade',
        actedAt: tx.now,
      });
      await updateBindings(
        tx,
        key,
        fit.filter(({ binding }) => binding),
      );
      return {
        count: fit.length,
        vouched: vouchedFor === 'all' ? [] : fit.map(({ number }) => number).filter(isNamed),
        withoutDocuments: fit.filter(({ credentialHash }) => credentialHash === null).map(({ number }) => number),
        left: unbound.filter((one) => !fitting.includes(one)).map(({ number }) => number),
        unvouched: fitting.filter((one) => !isVouchedFor(one)).map(({ number }) => number),
      };
    });
  }

  private async isBound(query: QueryFunction, id: string): Promise<boolean> {
    const [record] = await registerRecords(query, [id]);
    return record?.binding ? bindingHolds(this.binding.key, record.bound, record.binding) : false;
  }
}

/** The certificate in whose favour a record says that it was replaced, where the log does not say so too. */
function unloggedSuccessor(record: RegisterRecord): { readonly id: string; readonly number: string } | null {
  const { credentialHash, state, entries, bound } = record;
  const [next] = bound.neighbours;
  if (credentialHash === null || state !== 'superseded' || entries.some(({ kind }) => kind === 'reissue')) return null;
  return { id: String(next?.[0]), number: String(next?.[2]) };
}

function wasIssued({ bound: { history } }: RegisterRecord): boolean {
  return history.some(([, , kind]) => kind === 'issued');
}

function agreesWithLog(record: RegisterRecord): boolean {
  const { entries, state, reason, credentialHash } = record;
  return logAgreement({ entries, state, reason, credentialHash, record: hashOf(record) }) === 'agrees';
}

/** Used if the facts cannot be read; no row has this hash. */
function hashOf(record: RegisterRecord): string {
  try {
    return recordHash(frozenRecordOf(record));
  } catch {
    return 'unreadable';
  }
}
