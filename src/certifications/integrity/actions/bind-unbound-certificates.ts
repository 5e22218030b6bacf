import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase, SYSTEM, type Transaction, UnitOfWork } from '../../../platform/index.js';
import {
  frozenRecordOf,
  insertBindings,
  RegisterBinding,
  type RegisterRecord,
  registerRecords,
  updateBindings,
} from '../../binding/index.js';
import { bindingHolds, isGenuine, lockRegister, logAgreement, recordHash } from '../../log/index.js';
import { certificateIds, issuedNumbers } from '../data/before-bindings.js';
import { certificateFindings } from './checks/check-logged-certificates.js';

const AT_ONCE = 500;

/**
 * `all`: at the first start after the upgrade and on a copy. By an operator: the numbers of certificates of which
 * somebody knows that they are as they were issued. Those without documents need it, since nothing but their rows
 * speaks for them, and all others while the master key is the one that has bound the register: what does not hold
 * then was altered.
 */
export type VouchedCertificates = ReadonlySet<string> | 'all';

export interface UnboundCertificates {
  readonly vouchedFor: VouchedCertificates;
  /** Whether the register was bound with the present master key. */
  readonly isKeyTheSame: boolean;
  /** `continue`: each change is added to the sum in the state. `rebuild`: the state is written anew later. */
  readonly sum: 'continue' | 'rebuild';
}

export interface CertificatesBound {
  readonly count: number;
  /** Those without documents, bound only on the basis of their rows. */
  readonly withoutDocuments: readonly string[];
  /** Left unbound: certificates that differ from the log or were never issued. */
  readonly left: readonly string[];
  /** Numbers of certificates that nobody vouched for, though somebody has to: they stay unbound. */
  readonly unvouched: readonly string[];
  /** Numbers that were bound on somebody's word. */
  readonly vouched: readonly string[];
}

/** Binds certificates that are not bound with the current master key, where log or operator confirm them. */
@Injectable()
export class BindUnboundCertificates {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  async execute(input: UnboundCertificates): Promise<CertificatesBound> {
    const total = {
      count: 0,
      vouched: [] as string[],
      withoutDocuments: [] as string[],
      left: [] as string[],
      unvouched: [] as string[],
    };
    for await (const ids of certificateIds(this.query, AT_ONCE)) {
      const some = await this.unitOfWork.run(SYSTEM, (tx) => this.bindSome(tx, ids, input));
      total.count += some.count;
      total.vouched.push(...some.vouched);
      total.withoutDocuments.push(...some.withoutDocuments);
      total.left.push(...some.left);
      total.unvouched.push(...some.unvouched);
    }
    return total;
  }

  private async bindSome(
    tx: Transaction,
    ids: readonly string[],
    { vouchedFor, isKeyTheSame, sum }: UnboundCertificates,
  ): Promise<CertificatesBound> {
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
    const numbers = unbound.filter(({ binding }) => !binding).map(({ frozen }) => frozen.numberKey);
    const taken = await this.binding.idsByNumber(query, numbers);
    const fitting: RegisterRecord[] = [];
    for (const one of unbound) {
      // Nobody can tell whose their number is.
      if (one.isDoubled) continue;
      // A number of a certificate that was bound before, whatever its row says now.
      if (!one.binding && taken.has(one.frozen.numberKey)) continue;
      if (one.credentialHash === null ? !issued.has(one.number) || !wasIssued(one) : !agreesWithLog(one)) continue;
      // Records bound by an operator may have been altered: compare all of them with what was signed.
      const isCompared = vouchedFor !== 'all' && one.credentialHash !== null;
      if (isCompared && (await certificateFindings(query, one.id, null))?.length !== 0) continue;
      const successor = unloggedSuccessor(one);
      if (successor === null || isNamed(successor.number) || (await this.isBound(query, successor.id)))
        fitting.push(one);
    }
    const isVouchedFor = ({ credentialHash, number }: RegisterRecord): boolean =>
      (credentialHash !== null && !isKeyTheSame) || isNamed(number);
    const fit = fitting.filter(isVouchedFor);
    const added = await insertBindings(tx, key, {
      records: fit.filter(({ binding }) => !binding),
      act: 'upgrade',
      actedAt: tx.now,
    });
    const changed = await updateBindings(
      tx,
      key,
      fit.filter(({ binding }) => binding),
    );
    if (sum === 'continue' && fit.length > 0) {
      const register = await lockRegister(tx, this.binding.writer);
      await register.bound([...changed, ...added]);
    }
    return {
      count: fit.length,
      vouched: vouchedFor === 'all' ? [] : fit.map(({ number }) => number).filter(isNamed),
      withoutDocuments: fit.filter(({ credentialHash }) => credentialHash === null).map(({ number }) => number),
      left: unbound.filter((one) => !fitting.includes(one)).map(({ number }) => number),
      unvouched: fitting.filter((one) => !isVouchedFor(one)).map(({ number }) => number),
    };
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
