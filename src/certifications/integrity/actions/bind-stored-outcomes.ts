import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { outcomesOf } from '../../../attendance/index.js';
import { LOGGER, type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import {
  BindOutcomes,
  boundAmong,
  boundOutcome,
  cohortsWithOutcomes,
  hasEnded,
  OwnRegisterWriter,
} from '../../binding/index.js';
import { hasGoneOn, lockRegister, LogHasBeenChanged, readRegister } from '../../log/index.js';
import type { WhenToBind } from './bind-receipts.js';

export const REGISTER_SUBJECT = { type: 'register', id: 'register', label: 'register' } as const;

/** Binds the outcomes of completed cohorts as they are now. */
@Injectable()
export class BindStoredOutcomes {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OwnRegisterWriter,
    private readonly bind: BindOutcomes,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /**
   * Binds those from before outcomes were bound, once in the life of a register: its bound state tells whether that was
   * done, whatever migrations, files or a restore say.
   */
  async executeOnce(): Promise<void> {
    const { state, fault } = await readRegister(this.query, this.register.key);
    if (state === null || fault !== null || !hasGoneOn(state, this.register.seen)) return;
    if (state.outcomesBoundAt !== null) return;
    try {
      await this.note(await this.execute('always'));
    } catch (fault) {
      if (!(fault instanceof LogHasBeenChanged)) throw fault;
      this.log.error({ err: fault }, 'the register could not note that outcomes were bound: the next start repeats it');
    }
  }

  private note(outcomes: number): Promise<void> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      if (outcomes === 0) tx.withoutAudit('there was nothing to bind');
      else await tx.audit('register.bound', REGISTER_SUBJECT, { outcomes });
      await (await lockRegister(tx, this.register)).outcomesBound();
    });
  }

  /** Returns how many were bound. */
  async execute(when: WhenToBind): Promise<number> {
    const cohorts = await cohortsWithOutcomes(this.query);
    if (when === 'whereNoneHolds' && (await this.someHolds(cohorts))) return 0;
    let count = 0;
    for (const cohort of cohorts)
      count += await this.unitOfWork.run(SYSTEM, async (tx) => {
        tx.withoutAudit('one entry covers the whole run');
        const ended = (await outcomesOf(tx.query, cohort)).filter(hasEnded);
        await this.bind.execute(tx, ended);
        return ended.length;
      });
    return count;
  }

  private async someHolds(cohorts: readonly string[]): Promise<boolean> {
    for (const cohort of cohorts) {
      const records = (await outcomesOf(this.query, cohort)).map(boundOutcome);
      if ((await boundAmong(this.query, this.register.key, { kind: 'outcome', records })).size > 0) return true;
    }
    return false;
  }
}
