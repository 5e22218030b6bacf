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
import { changeByTags, OwnRegisterWriter, tagCertificates, untagged } from '../../binding/index.js';
import {
  type BindingChange,
  hasGoneOn,
  isTotalOf,
  lockRegister,
  LogHasBeenChanged,
  readRegister,
  totalOfBindings,
} from '../../log/index.js';

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
    if (state.tagsSummedAt !== null && (await untagged(this.query)).length === 0) return;
    try {
      await this.unitOfWork.run(SYSTEM, (tx) => this.tag(tx));
    } catch (fault) {
      if (!(fault instanceof LogHasBeenChanged || fault instanceof RowsOutOfOrder || isOfUnfitTables(fault)))
        throw fault;
      this.log.error({ err: fault }, 'certificates could not be tagged: the next start repeats it');
    }
  }

  /**
   * The sum changes by exactly what was read and written of each row, so that nothing that somebody alters meanwhile
   * becomes part of it. At the upgrade it takes half a minute for a million certificates.
   */
  private async tag(tx: Transaction): Promise<void> {
    tx.withoutAudit('tags are derived from the record');
    const { key } = this.register;
    const { total: stored } = await lockRegister(tx, this.register);
    const ids = await untagged(tx.query);
    // Otherwise somebody has taken tags away that the sum covers.
    const isAsStored = isTotalOf(await totalOfBindings(tx.query, key, stored), stored);
    const changes: BindingChange[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE)
      changes.push(...(await tagCertificates(tx, key, ids.slice(from, from + AT_ONCE))));
    const change = stored.tagsSummedAt === null ? await changeByTags(tx.query, key) : null;
    // Again: it checks that no trigger has changed what was written.
    const register = await lockRegister(tx, this.register);
    if (change !== null) await register.tagsSummed(change);
    else if (isAsStored) await register.bound(changes);
  }
}
