import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import {
  isOfUnfitTables,
  type QueryFunction,
  ReadDatabase,
  RowsOutOfOrder,
  SYSTEM,
  UnitOfWork,
} from '../../../platform/index.js';
import { isTotalOf, readRegister, type SumCoverage, type TotalOfBindings, totalOfBindings } from '../../log/index.js';
import { lostToLookUps } from '../data/look-up-tags.js';
import { RegisterKey } from './register-key.js';

/** Compares all bindings with the register's state, and their tags with the certificates. Changes nothing. */
@Injectable()
export class CompareBindings {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly key: RegisterKey,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.query = reads.query;
  }

  /** Whether they agree; `null`: there is no state, or one that was not made with the register's key. */
  async execute(): Promise<boolean | null> {
    // Whoever changes a certificate all the time must not put the comparison off.
    return (await this.compare(this.query)) ?? (await this.compareInOneSnapshot());
  }

  /** `null`: certificates were changed meanwhile, so the bindings were not all read at one moment. */
  private async compare(query: QueryFunction): Promise<boolean | null> {
    const before = (await readRegister(query, this.key.bytes)).state;
    if (before === null) return null;
    const bindings = await this.allBindings(query, before);
    const after = (await readRegister(query, this.key.bytes)).state;
    if (before.changes !== after?.changes) return null;
    return bindings !== null && isTotalOf(bindings, after) && bindings.lost === 0;
  }

  /** On SQLite nobody writes meanwhile: a second and a half for 100,000 certificates. */
  private compareInOneSnapshot(): Promise<boolean | null> {
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('it only reads');
      await tx.readOneSnapshot();
      return this.compare(tx.query);
    });
  }

  /** `null`: the database does not return them in their order, or not from its own tables. */
  private async allBindings(
    query: QueryFunction,
    sum: SumCoverage,
  ): Promise<(TotalOfBindings & { readonly lost: number }) | null> {
    try {
      const total = await totalOfBindings(query, this.key.bytes, sum);
      return { ...total, lost: (await lostToLookUps(query, this.key.bytes, setImmediate)).length };
    } catch (fault) {
      if (fault instanceof RowsOutOfOrder || isOfUnfitTables(fault)) return null;
      throw fault;
    }
  }
}
