import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  type QueryFunction,
  LOGGER,
  ReadDatabase,
  SYSTEM,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { RegisterBinding, RegisterMark, WatchRegister } from '../../binding/index.js';
import {
  lockRegister,
  readRegister,
  rebuildRegisterState,
  type RegisterState,
  removeUnsignedRows,
} from '../../log/index.js';
import { someBindingHolds } from '../data/binding-holds.js';
import { BindKeptAnswers } from './bind-kept-answers.js';
import { BindReceipts, type WhenToBind } from './bind-receipts.js';
import { BindStoredOutcomes } from './bind-stored-outcomes.js';
import { REGISTER_SUBJECT } from './register-subject.js';
import {
  BindUnboundCertificates,
  type CertificatesBound,
  type UnboundCertificates,
  type VouchedCertificates,
} from './bind-unbound-certificates.js';
import { differencesFromState } from './differences-from-state.js';
import { FittingKeys, type VouchedKeys } from './fitting-keys.js';
import { PlansToBelieve } from './plans-to-believe.js';

const MOST_TOLD = 200;

/** `left`: also keys that do not fit. */
export interface RegisterBound extends CertificatesBound {
  /** Entries and hashes of the log that belong to no signed entry and were removed. */
  readonly removed: number;
  readonly receipts: number;
  /** Employers' lists and history lines. */
  readonly answers: number;
  /** Outcomes of enrolments. */
  readonly outcomes: number;
  /** Names of the issuer's keys that nobody vouched for: they vouch for nothing until somebody does. */
  readonly keysUnvouched: readonly string[];
  /** Ids of issues under way whose plans were not believed: what they have not issued has to be issued anew. */
  readonly plansLeft: readonly string[];
  /** How the database differs from the register's state, so that records may have been put back. */
  readonly differences: readonly string[];
  /** Nothing was bound, because nobody has accepted the differences. */
  readonly isRefused: boolean;
}

export interface BindingRequest {
  readonly keys: VouchedKeys;
  readonly vouchedFor: VouchedCertificates;
  /**
   * Whether the database is accepted although it differs from the register's state, or the state is lost and the master
   * key is the same: nothing tells then whether records were put back to an earlier state.
   */
  readonly acceptsPutBack: boolean;
}

const AT_FIRST: BindingRequest = { keys: 'opened', vouchedFor: 'all', acceptsPutBack: true };

const NOTHING_BOUND = {
  count: 0,
  vouched: [],
  withoutDocuments: [],
  left: [],
  unvouched: [],
  receipts: 0,
  answers: 0,
  outcomes: 0,
  keysUnvouched: [],
  plansLeft: [],
} as const;

/** Binds certificates, keys, receipts and issues under way that are not bound with the current master key. */
@Injectable()
export class BindRegister {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
    private readonly state: WatchRegister,
    private readonly mark: RegisterMark,
    private readonly certificates: BindUnboundCertificates,
    private readonly fitting: FittingKeys,
    private readonly plans: PlansToBelieve,
    private readonly receipts: BindReceipts,
    private readonly answers: BindKeptAnswers,
    private readonly outcomes: BindStoredOutcomes,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /**
   * Binds what is not bound with the current master key: certificates that the log confirms, and confirmed ones without
   * documents. Altered records that are bound stay as they are. The register's state is continued where the database
   * agrees with it, and otherwise rebuilt from the tables, if that is accepted.
   */
  async execute(request: BindingRequest = AT_FIRST): Promise<RegisterBound> {
    const { vouchedFor, acceptsPutBack } = request;
    const removed = vouchedFor === 'all' ? 0 : await this.removeUnsigned();
    const { fault } = await readRegister(this.query, this.binding.key);
    const isAnew = fault === 'stateGone' || fault === 'stateForged';
    const isKeyTheSame =
      vouchedFor !== 'all' && (this.mark.isKeyTheSame ?? (await someBindingHolds(this.query, this.binding.key)));
    // After a change of the master key, or before there was a state, there is nothing to compare with.
    const isComparable = vouchedFor !== 'all' && (!isAnew || isKeyTheSame);
    const differences = isComparable
      ? await differencesFromState(this.query, { register: this.binding.key, seen: this.mark.seen })
      : [];
    if (differences.length > 0 && !acceptsPutBack) return { ...NOTHING_BOUND, removed, differences, isRefused: true };
    const sum = isComparable && differences.length === 0 ? 'continue' : 'rebuild';
    const certificates = await this.certificates.execute({ vouchedFor, isKeyTheSame, sum });
    // Later one that is not bound is one that somebody put in.
    const mayBind = isAnew && !isKeyTheSame;
    const when: WhenToBind = vouchedFor === 'all' ? 'always' : 'whereNoneHolds';
    const bound = {
      ...certificates,
      receipts: mayBind ? await this.receipts.execute(when) : 0,
      answers: mayBind ? await this.answers.execute(when) : 0,
      outcomes: mayBind ? await this.outcomes.execute(this.mark.isKeyTheSame === false ? 'always' : when) : 0,
      differences,
    };
    const { state, keysLeft, ...rest } = await this.unitOfWork.run(SYSTEM, (tx) =>
      this.writeState(tx, { ...request, sum, bound }),
    );
    this.state.restart(state);
    const result = { ...bound, ...rest, removed, left: [...bound.left, ...keysLeft], isRefused: false };
    this.report(result);
    return result;
  }

  /** Needs no new state: the state confirms the head up to which the log is signed. */
  private removeUnsigned(): Promise<number> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      const removed = await removeUnsignedRows(tx, await readRegister(tx.query, this.binding.key));
      if (removed === 0) tx.withoutAudit('there was nothing to remove');
      else await tx.audit('register.bound', REGISTER_SUBJECT, { removed });
      return removed;
    });
  }

  private async writeState(
    tx: Transaction,
    {
      keys,
      vouchedFor,
      sum,
      bound,
    }: BindingRequest & {
      readonly sum: UnboundCertificates['sum'];
      readonly bound: Omit<RegisterBound, 'removed' | 'keysUnvouched' | 'plansLeft' | 'isRefused'>;
    },
  ): Promise<
    Pick<RegisterBound, 'plansLeft' | 'keysUnvouched'> & {
      readonly state: RegisterState;
      readonly keysLeft: readonly string[];
    }
  > {
    const { plans, left: plansLeft } = await this.plans.execute(tx, vouchedFor === 'all' ? 'believe' : 'leave');
    const { macs, left: keysLeft, unvouched: keysUnvouched } = await this.fitting.execute(tx, keys);
    const state =
      sum === 'continue'
        ? await this.continueState(tx, { keys: macs, plans })
        : await rebuildRegisterState(tx, this.binding.key, { keys: macs, plans });
    const { count, receipts, answers, outcomes, withoutDocuments, left, unvouched, differences } = bound;
    const unbound = [...left, ...keysLeft, ...unvouched, ...keysUnvouched];
    if (count + receipts + answers + outcomes === 0 && [...unbound, ...plansLeft, ...differences].length === 0)
      tx.withoutAudit('there was nothing to bind');
    else
      await tx.audit('register.bound', REGISTER_SUBJECT, {
        count,
        outcomes,
        withoutDocuments: withoutDocuments.slice(0, MOST_TOLD),
        left: unbound.slice(0, MOST_TOLD),
        acceptedDifferences: differences.slice(0, MOST_TOLD),
      });
    return { state, keysLeft, plansLeft, keysUnvouched };
  }

  /** Keeps count and sum of the bindings, in a new epoch. */
  private async continueState(
    tx: Transaction,
    { keys, plans }: Pick<RegisterState, 'keys' | 'plans'>,
  ): Promise<RegisterState> {
    const register = await lockRegister(tx, this.binding.writer);
    await register.keysChanged(keys);
    return register.beginEpoch(() => Promise.resolve(plans));
  }

  private report({ count, withoutDocuments, left }: RegisterBound): void {
    if (count > 0)
      this.log.info({ count, withoutDocuments: withoutDocuments.length }, 'certificates from before were bound');
    if (left.length > 0)
      this.log.error(
        { numbers: left.slice(0, MOST_TOLD) },
        'certificates do not agree with the log and were not bound: run npm run academy -- verify-log',
      );
  }
}
