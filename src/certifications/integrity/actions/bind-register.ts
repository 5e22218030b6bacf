import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { type QueryFunction, LOGGER, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import {
  bindRecords,
  boundAmong,
  boundCount,
  CheckRegisterState,
  frozenRecordOf,
  insertBindings,
  RegisterBinding,
  RegisterMark,
  type RegisterRecord,
  registerRecords,
  unbindRecords,
  updateBindings,
} from '../../binding/index.js';
import {
  BEFORE_ALL,
  beginEpoch,
  hasGoneOn,
  isGenuine,
  logAgreement,
  logOf,
  readRegister,
  rebuildRegisterState,
  type RegisterState,
  recordHash,
} from '../../log/index.js';
import { receiptsAfter } from '../../verification/index.js';
import { certificateCount, certificateIdsAfter, issuedNumbers, wasBound } from '../data/before-bindings.js';
import { FittingKeys, type UnopenedKeys } from './fitting-keys.js';
import { PlansToBelieve } from './plans-to-believe.js';

const BEGUN = { id: 'begun', cells: [] };
const AT_ONCE = 500;
const MOST_TOLD = 200;

export interface RegisterBound {
  readonly count: number;
  /** Those that had no documents yet and were bound on the strength of their rows alone. */
  readonly withoutDocuments: readonly string[];
  /**
   * Certificates that do not agree with the log or that no act has issued, and keys that do not fit: they stay unbound.
   */
  readonly left: readonly string[];
}

/**
 * Certificates, keys, receipts and issues under way from before there were bindings are bound once, at the
 * first start after the upgrade.
 */
@Injectable()
export class BindRegister implements OnApplicationBootstrap {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
    private readonly state: CheckRegisterState,
    private readonly mark: RegisterMark,
    private readonly fitting: FittingKeys,
    private readonly plans: PlansToBelieve,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /**
   * Never twice by itself: who takes the bindings away must not have them made anew over what was altered meanwhile.
   */
  async onApplicationBootstrap(): Promise<void> {
    // Reads the whole log before anybody is served: what is acted upon is compared with it.
    if (await this.isBound()) await this.state.execute();
  }

  /** Binds it at the first start. */
  private async isBound(): Promise<boolean> {
    if (await this.hasState()) return true;
    const ended = this.mark.isThere || (await wasBound(this.query));
    // One that broke off goes on where nothing outside of its own mark says that it ever
    // ended: the mark can be replayed.
    const brokenOff = !ended && (await this.hasBegun());
    const before = ended || (await boundCount(this.query)) > 0;
    // While the mark is there, an empty table proves nothing: somebody may have moved it away for the start.
    const isEmpty = !this.mark.isThere && (await certificateCount(this.query)) === 0;
    if (isEmpty || brokenOff || !before) {
      await this.execute();
      return true;
    }
    // Another process may have bound it meanwhile.
    if (await this.hasState()) return true;
    this.log.error(
      'the register was bound before, and its state is gone or was made with another master key: nothing is bound anew by itself. Run: npm run academy -- bind-register',
    );
    return false;
  }

  private async hasState(): Promise<boolean> {
    const { state, fault } = await readRegister(this.query, this.binding.key);
    if (!state || fault === 'stateForged') return false;
    const seen = this.mark.seen();
    const lacksEpoch = (state.epochs.length === 0 || seen.epoch === null) && hasGoneOn(state, seen);
    if (fault === null && (lacksEpoch || seen.restored === logOf(state))) this.state.restart(await this.beginEpoch());
    return true;
  }

  /**
   * Binds what is not bound with the present master key: documents that the log confirms, and those without documents
   * that an act has issued. What is bound and was altered stays as it is.
   * The state of the whole is written anew, from what stands there now.
   */
  async execute(unopenedKeys: UnopenedKeys = 'leave'): Promise<RegisterBound> {
    const { fault } = await readRegister(this.query, this.binding.key);
    const isAnew = fault === 'stateGone' || fault === 'stateForged';
    await this.begin();
    const total = { count: 0, withoutDocuments: [] as string[], left: [] as string[] };
    for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
      const ids = await certificateIdsAfter(this.query, after, AT_ONCE);
      const some = await this.bindSome(ids);
      total.count += some.count;
      total.withoutDocuments.push(...some.withoutDocuments);
      total.left.push(...some.left);
      after = ids.at(-1);
    }
    // Later one that is not bound is one that somebody put in.
    if (isAnew) await this.bindReceipts();
    const state = await this.unitOfWork.run(SYSTEM, async (tx) => {
      const plans = await this.plans.execute(tx);
      const { macs, left } = await this.fitting.execute(tx, unopenedKeys);
      const state = await rebuildRegisterState(tx, this.binding.key, { keys: macs, plans });
      await unbindRecords(tx, 'register', ['begun']);
      total.left.push(...left);
      const { count, withoutDocuments } = total;
      if (count === 0 && total.left.length === 0) {
        tx.withoutAudit('there was nothing to bind');
        return state;
      }
      await tx.audit(
        'register.bound',
        { type: 'register', id: 'register', label: 'register' },
        {
          count,
          withoutDocuments: withoutDocuments.slice(0, MOST_TOLD),
          left: total.left.slice(0, MOST_TOLD),
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
    return total;
  }

  private bindSome(ids: readonly string[]): Promise<RegisterBound> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the whole of it has one entry');
      const { query } = tx;
      const { key } = this.binding;
      const unbound = (await registerRecords(query, ids)).filter(
        ({ id, binding }) => !binding || !isGenuine(key, id, binding),
      );
      const issued = await issuedNumbers(
        query,
        unbound.filter(({ credentialHash }) => credentialHash === null).map(({ number }) => number),
      );
      const fit = unbound.filter((one) =>
        one.credentialHash === null ? issued.has(one.number) && wasIssued(one) : agreesWithLog(one),
      );
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
        withoutDocuments: fit.filter(({ credentialHash }) => credentialHash === null).map(({ number }) => number),
        left: unbound.filter((one) => !fit.includes(one)).map(({ number }) => number),
      };
    });
  }

  private async bindReceipts(): Promise<void> {
    const { key } = this.binding;
    for (let after: string | undefined = ''; after !== undefined;) {
      const some = await receiptsAfter(this.query, after, AT_ONCE);
      if (some.length > 0)
        await this.unitOfWork.run(SYSTEM, async (tx) => {
          tx.withoutAudit('the whole of it has one entry');
          await bindRecords(tx, key, { kind: 'receipt', records: some.map(({ bound }) => bound) });
        });
      after = some.at(-1)?.reference;
    }
  }

  /**
   * After an upgrade from before there were epochs, after a restore, and where this installation sees the register for
   * the first time.
   */
  private beginEpoch(): Promise<RegisterState> {
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('the restore has its own entry, and an upgrade decides nothing');
      return beginEpoch(tx, this.binding.key, () => this.plans.execute(tx));
    });
  }

  private async hasBegun(): Promise<boolean> {
    return (await boundAmong(this.query, this.binding.key, { kind: 'register', records: [BEGUN] })).has(BEGUN.id);
  }

  private begin(): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('the register is bound below, which has its own entry');
      await bindRecords(tx, this.binding.key, { kind: 'register', records: [BEGUN] });
    });
  }
}

function wasIssued({ bound: { history } }: RegisterRecord): boolean {
  return history.some(([, , kind]) => kind === 'issued');
}

function agreesWithLog(record: RegisterRecord): boolean {
  const { entries, state, reason, credentialHash } = record;
  return logAgreement({ entries, state, reason, credentialHash, record: hashOf(record) }) === 'agrees';
}

/** What no row hashes to, where the facts cannot be read. */
function hashOf(record: RegisterRecord): string {
  try {
    return recordHash(frozenRecordOf(record));
  } catch {
    return 'unreadable';
  }
}
