import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { Refused } from '../refusals.js';
import type { Clock } from '../clock.js';
import { currentRequestId } from '../request-id.js';
import { Transaction } from './transaction.js';

/**
 * Error codes of transactions that conflicted. PostgreSQL: unique index, exclusion constraint, deadlock, serialization.
 * SQLite: another process wrote between this transaction's read and its write.
 */
const LOST_ON_POSTGRES: ReadonlySet<unknown> = new Set(['23505', '23P01', '40P01', '40001']);
const LOST_ON_SQLITE: ReadonlySet<unknown> = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);
/** Other processes may win several times, for example if some start at once. */
const MOST_ON_SQLITE = 6;
/** Milliseconds. */
const BETWEEN = 20;

/** Runs after a commit, such as waking the outbox. Nothing may depend on it. */
export type AfterCommit = () => void;

/**
 * The one way to write. On SQLite transactions run one after another on the only writer; on PostgreSQL each has a
 * connection of the pool. A transaction that throws or returns a refusal is rolled back. A nested transaction joins the
 * outer one. Never await network, email, password hashing or documents inside.
 */
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private tail: Promise<unknown> = Promise.resolve();
  private readonly listeners: AfterCommit[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Error if the work changed something without an audit entry */
  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer) return work(outer.actingAs(actor));
    return this.outermost(actor, work);
  }

  /** What an attempt has left for its end waits until the queue is free: it may begin a transaction. */
  private async outermost<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const attempts: Transaction[] = [];
    const noting = (tx: Transaction): Promise<T> => {
      attempts.push(tx);
      return work(tx);
    };
    const transaction = (): Promise<T> => this.retryAfterConflict(actor, noting);
    try {
      return await (this.serial ? this.queued(transaction) : transaction());
    } finally {
      await attempts.at(-1)?.ended();
    }
  }

  onCommit(listener: AfterCommit): void {
    this.listeners.push(listener);
  }

  private get serial(): boolean {
    return this.source.options.type === 'better-sqlite3';
  }

  private queued<T>(transaction: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(transaction, transaction);
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Retries a transaction that lost a race: its rules then see what the winner wrote, and can refuse with a message.
   */
  private async retryAfterConflict<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.begin(actor, work);
      } catch (fault) {
        const { code } = fault as { code?: unknown };
        const isOver = LOST_ON_SQLITE.has(code) ? tries === MOST_ON_SQLITE : tries === 2 || !LOST_ON_POSTGRES.has(code);
        if (isOver) throw fault;
        if (this.serial) await wait(randomInt(tries * BETWEEN));
      }
    }
  }

  /**
   * There is no transaction between two units of work. If a commit fails, for example on a full disk, SQLite has rolled
   * back but TypeORM has not noticed: its next transaction would be a savepoint in one that is never committed. Returns
   * whether a transaction was left open.
   */
  private endWhatIsLeft(): boolean {
    if (!this.serial) return false;
    const { databaseConnection, queryRunner } = this.source.driver as EmbeddedConnection;
    const isOpen = databaseConnection?.inTransaction === true;
    if (isOpen) databaseConnection.exec('ROLLBACK');
    const isCounted = queryRunner !== undefined && queryRunner.transactionDepth > 0;
    if (queryRunner) [queryRunner.transactionDepth, queryRunner.isTransactionActive] = [0, false];
    return isOpen || isCounted;
  }

  private async begin<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    // Before and after: SQLite may have ended a transaction by itself without TypeORM noticing.
    this.endWhatIsLeft();
    let stored: Transaction | null = null;
    const outcome = await this.source
      .transaction(async (manager: EntityManager) => {
        const tx = new Transaction(manager, actor, this.clock.now(), currentRequestId());
        const result = await this.current.run(tx, () => work(tx));
        if (result instanceof Refused) throw new RolledBack(result);
        tx.checkAudited();
        stored = tx;
        return result;
      })
      .catch((fault: unknown) => {
        this.endWhatIsLeft();
        stored = null;
        if (fault instanceof RolledBack) return fault.outcome as T;
        throw fault;
      });
    if (this.endWhatIsLeft()) throw new Error('The transaction was not committed: nothing of it is stored');
    (stored as Transaction | null)?.committed();
    for (const listener of this.listeners) listener();
    return outcome;
  }
}

/** TypeORM's state of SQLite's only connection. */
interface EmbeddedConnection {
  readonly databaseConnection?: { readonly inTransaction: boolean; exec(text: string): unknown };
  readonly queryRunner?: { transactionDepth: number; isTransactionActive: boolean };
}

class RolledBack extends Error {
  constructor(readonly outcome: unknown) {
    super('a refused unit of work');
  }
}
