import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { type QueryFunction, LOGGER, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { boundAmong, boundCount, CheckRegisterState, RegisterBinding, RegisterMark } from '../../binding/index.js';
import { beginEpoch, hasGoneOn, logOf, readRegister, type RegisterState } from '../../log/index.js';
import { certificateCount, wasBound } from '../data/before-bindings.js';
import { unboundAnswers } from '../../verification/index.js';
import { BEGUN, BindRegister } from './bind-register.js';
import { PlansToBelieve } from './plans-to-believe.js';
import { TagCertificates } from './tag-certificates.js';

/** At the first start after the upgrade, binds records from before there were bindings, once. */
@Injectable()
export class BindAtFirstStart implements OnApplicationBootstrap {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bind: BindRegister,
    private readonly binding: RegisterBinding,
    private readonly state: CheckRegisterState,
    private readonly mark: RegisterMark,
    private readonly plans: PlansToBelieve,
    private readonly tags: TagCertificates,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /**
   * Never automatically a second time: otherwise removing the bindings would get altered records bound.
   */
  async onApplicationBootstrap(): Promise<void> {
    // Reads the whole log before the first request: acts compare records with it.
    if (!(await this.isBound())) return;
    await this.tags.execute();
    this.mark.countUnbound(await unboundAnswers(this.query));
    await this.state.execute();
  }

  /** Binds it at the first start. */
  private async isBound(): Promise<boolean> {
    if (await this.hasState()) return true;
    const ended = this.mark.isThere || (await wasBound(this.query));
    // An interrupted run continues, unless something other than its own mark shows that it finished: the mark can be
    // replayed.
    const brokenOff = !ended && (await this.hasBegun());
    const before = ended || (await boundCount(this.query)) > 0;
    // While the mark exists, an empty table proves nothing: it may have been moved away for the start.
    const isEmpty = !this.mark.isThere && (await certificateCount(this.query)) === 0;
    if (isEmpty || brokenOff || !before) {
      await this.bind.execute();
      return true;
    }
    // Another process may have bound it.
    if (await this.hasState()) return true;
    this.log.error(
      'the register was bound before, and its state is gone or was made with another master key: nothing is bound anew by itself. Run: npm run academy -- bind-register',
    );
    return false;
  }

  private async hasState(): Promise<boolean> {
    const { state, fault } = await readRegister(this.query, this.binding.key);
    if (!state || fault === 'stateForged') return false;
    const seen = this.mark.seen;
    const lacksEpoch = state.epochs.length === 0 && hasGoneOn(state, seen);
    if (fault === null && (lacksEpoch || seen.restored === logOf(state))) this.state.restart(await this.beginEpoch());
    return true;
  }

  /**
   * After an upgrade from before there were epochs, and after a restore. Another process with its own folder continues
   * the existing epoch: a new one would make the others accept a rolled-back database.
   */
  private beginEpoch(): Promise<RegisterState> {
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('the restore has its own entry, and an upgrade changes nothing');
      const { key } = this.binding;
      const plans = async (): Promise<RegisterState['plans']> => (await this.plans.execute(tx, 'believe')).plans;
      return beginEpoch(tx, { key, wrote: () => undefined }, plans);
    });
  }

  private async hasBegun(): Promise<boolean> {
    return (await boundAmong(this.query, this.binding.key, { kind: 'register', records: [BEGUN] })).has(BEGUN.id);
  }
}
