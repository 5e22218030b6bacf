import { type Transaction } from '../../../src/platform/index.js';
import type { TestAcademy } from '../../support/app.js';

/** Inserts rows without the actions that usually create them. */
export abstract class RowWriter {
  private serial = 0;

  constructor(private readonly academy: TestAcademy) {}

  protected put<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.academy.write(async (tx) => {
      tx.withoutAudit('rows of a story');
      return work(tx);
    });
  }

  protected next(): number {
    return (this.serial += 1);
  }
}
