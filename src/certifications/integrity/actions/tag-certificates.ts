import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  isOfUnfitTables,
  LOGGER,
  type QueryFunction,
  ReadDatabase,
  RowsOutOfOrder,
  SYSTEM,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { OwnRegisterWriter, tagCertificates, untagged } from '../../binding/index.js';
import { hasGoneOn, lockRegister, LogHasBeenChanged, readRegister, totalOfBindings } from '../../log/index.js';

const AT_ONCE = 200;

/**
 * Adds lookup tags to certificates that were bound before there were tags, and tags to the sum of all bindings. Records
 * that are not in order get no tags, and are reported.
 */
@Injectable()
export class TagCertificates {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: OwnRegisterWriter,
    @Inject(LOGGER) private readonly log: Logger,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  /** Nothing of a register that is altered as a whole: after bind-register the next start does it. */
  async execute(): Promise<void> {
    const { state, fault } = await readRegister(this.query, this.register.key);
    if (state === null || fault !== null || !hasGoneOn(state, this.register.seen)) return;
    const ids = await untagged(this.query);
    if (ids.length === 0 && state.tagsSummedAt !== null) return;
    try {
      await this.unitOfWork.run(SYSTEM, (tx) => this.tag(tx, ids));
    } catch (fault) {
      if (!(fault instanceof LogHasBeenChanged || fault instanceof RowsOutOfOrder || isOfUnfitTables(fault)))
        throw fault;
      this.log.error({ err: fault }, 'certificates could not be tagged: the next start repeats it');
    }
  }

  /** One transaction, so that the sum is of one moment: half a minute for a million certificates, at the upgrade. */
  private async tag(tx: Transaction, ids: readonly string[]): Promise<void> {
    tx.withoutAudit('tags are derived from the record');
    const { key } = this.register;
    const { total } = await lockRegister(tx, this.register);
    const before = await totalOfBindings(tx.query, key, total);
    for (let from = 0; from < ids.length; from += AT_ONCE)
      await tagCertificates(tx, key, ids.slice(from, from + AT_ONCE));
    const after = await totalOfBindings(tx.query, key, { tagsSummedAt: total.tagsSummedAt ?? tx.now });
    // Again: it checks that no trigger has changed what was written.
    const register = await lockRegister(tx, this.register);
    await register.tagged({ before: before.bindingSum, after: after.bindingSum });
  }
}
