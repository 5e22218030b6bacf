import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { Refused } from '../refusals.js';
import type { Clock } from '../clock.js';
import { currentRequestId } from '../http/request-id.js';
import { Transaction } from './transaction.js';

/** What happens once a unit is safely stored: waking the outbox, never deciding anything. */
export type AfterCommit = () => void;

/**
 * The one way to write. On SQLite units run first in, first out on the only writer; on PostgreSQL each has
 * a connection of the pool. A unit that throws or answers a refusal leaves nothing behind. A unit begun
 * inside another joins it. Never await network, mail, password hashing or documents inside.
 */
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private tail: Promise<unknown> = Promise.resolve();
  private readonly listeners: AfterCommit[] = [];

  constructor(private readonly source: DataSource, private readonly clock: Clock) {}

  /** @throws Error when the work changed something and left no audit entry. */
  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer) return work(outer.actingAs(actor));
    return this.serial ? this.queued(() => this.begin(actor, work)) : this.begin(actor, work);
  }

  onCommit(listener: AfterCommit): void {
    this.listeners.push(listener);
  }

  private get serial(): boolean {
    return this.source.options.type === 'better-sqlite3';
  }

  private queued<T>(unit: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(unit, unit);
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  private async begin<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outcome = await this.source.transaction(async (manager: EntityManager) => {
      const tx = new Transaction(manager, actor, this.clock.now(), currentRequestId());
      const result = await this.current.run(tx, () => work(tx));
      if (result instanceof Refused) throw new RolledBack(result);
      tx.checkAudited();
      return result;
    }).catch((fault: unknown) => {
      if (fault instanceof RolledBack) return fault.outcome as T;
      throw fault;
    });
    for (const listener of this.listeners) listener();
    return outcome;
  }
}

class RolledBack extends Error {
  constructor(readonly outcome: unknown) {
    super('a refused unit of work');
  }
}
