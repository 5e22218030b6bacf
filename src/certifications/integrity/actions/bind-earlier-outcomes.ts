import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER, type QueryFunction, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { OwnRegisterWriter } from '../../binding/index.js';
import { hasGoneOn, lockRegister, LogHasBeenChanged, readRegister } from '../../log/index.js';
import { BindStoredOutcomes } from './bind-stored-outcomes.js';
import { REGISTER_SUBJECT } from './register-subject.js';

/**
 * Binds outcomes from before outcomes were bound, once in the life of a register: its bound state tells whether that
 * was done, whatever migrations, files or a restore say.
 */
@Injectable()
export class BindEarlierOutcomes {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OwnRegisterWriter,
    private readonly bind: BindStoredOutcomes,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  async execute(): Promise<void> {
    const { state, fault } = await readRegister(this.query, this.register.key);
    if (state === null || fault !== null || !hasGoneOn(state, this.register.seen)) return;
    if (state.outcomesBoundAt !== null) return;
    try {
      await this.note(await this.bind.execute('always'));
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
}
