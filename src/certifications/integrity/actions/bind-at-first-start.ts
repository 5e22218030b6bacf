import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  LOGGER,
  MigrationsRun,
  type QueryFunction,
  ReadDatabase,
  SYSTEM,
  UnitOfWork,
} from '../../../platform/index.js';
import { WatchRegister, RegisterBinding, RegisterMark } from '../../binding/index.js';
import {
  beginEpoch,
  hasGoneOn,
  isAsRestored,
  readRegister,
  type RegisterState,
  type StoredRegisterState,
} from '../../log/index.js';
import { certificateCount } from '../data/before-bindings.js';
import { unboundAnswers } from '../../verification/index.js';
import { BindEarlierOutcomes } from './bind-earlier-outcomes.js';
import { BindRegister } from './bind-register.js';
import { PlansToBelieve } from './plans-to-believe.js';
import { TagCertificates } from './tag-certificates.js';

/** The migration that creates the tables of bindings. */
const FIRST_WITH_BINDINGS = 'TheRegisterIsBound';

/**
 * Binds records from before there were bindings once, at the start that creates the tables. Never at another start,
 * whatever the database says: otherwise removing the bindings would get altered records bound.
 */
@Injectable()
export class BindAtFirstStart implements OnApplicationBootstrap {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly migrations: MigrationsRun,
    private readonly bind: BindRegister,
    private readonly binding: RegisterBinding,
    private readonly state: WatchRegister,
    private readonly mark: RegisterMark,
    private readonly plans: PlansToBelieve,
    private readonly tags: TagCertificates,
    private readonly outcomes: BindEarlierOutcomes,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  async onApplicationBootstrap(): Promise<void> {
    // Reads the whole log before the first request: acts compare records with it.
    if (!(await this.isBound())) return;
    await this.tags.execute();
    await this.outcomes.execute();
    this.mark.countUnbound(await unboundAnswers(this.query));
    await this.state.execute();
  }

  private async isBound(): Promise<boolean> {
    if (await this.hasState()) return true;
    if (this.migrations.has(FIRST_WITH_BINDINGS)) this.mark.beginUpgrade();
    // While the mark exists, an empty table proves nothing: it may have been moved away for the start.
    const isEmpty = !this.mark.isThere && (await certificateCount(this.query)) === 0;
    if (isEmpty || this.mark.isUpgrading) {
      await this.bind.execute();
      return true;
    }
    // Another process may have bound it.
    if (await this.hasState()) return true;
    this.log.error(
      'the state of the register is gone or was made with another master key: nothing is bound by itself. Run: npm run academy -- bind-register',
    );
    return false;
  }

  private async hasState(): Promise<boolean> {
    const { state, fault } = await readRegister(this.query, this.binding.key);
    if (!state || fault === 'stateForged') return false;
    const begun = fault === null && this.needsEpoch(state) ? await this.beginEpoch() : null;
    if (begun) this.state.restart(begun);
    // Another process with this folder may have begun it.
    else if (this.mark.seen.restored !== undefined) this.mark.readAgain();
    return true;
  }

  /**
   * After an upgrade from before there were epochs, and after a restore. Another process with its own folder continues
   * the existing epoch: a new one would make the others accept a rolled-back database.
   */
  private needsEpoch(state: StoredRegisterState): boolean {
    const { seen } = this.mark;
    return isAsRestored(state, seen) || (state.epochs.length === 0 && hasGoneOn(state, seen));
  }

  private beginEpoch(): Promise<RegisterState | null> {
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('the restore has its own entry, and an upgrade changes nothing');
      const { key } = this.binding;
      const plans = async (): Promise<RegisterState['plans']> => (await this.plans.execute(tx, 'believe')).plans;
      return beginEpoch(tx, { key, wrote: () => undefined }, { isExpected: (state) => this.needsEpoch(state), plans });
    });
  }
}
