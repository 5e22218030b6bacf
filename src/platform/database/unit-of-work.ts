import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { NotSaved } from '../busy.js';
import { Refused } from '../refusals.js';
import type { Clock } from '../clock.js';
import { currentRequestId } from '../request-id.js';
import { Transaction } from './transaction.js';

/**
 * Error codes of transactions that conflicted. PostgreSQL: deadlock, serialization. SQLite: another process wrote
 * between this transaction's read and its write.
 */
const LOST: ReadonlySet<unknown> = new Set(['40P01', '40001', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);
/** PostgreSQL: unique index, exclusion constraint. If it goes on, the row is not one of a race. */
const TAKEN: ReadonlySet<unknown> = new Set(['23505', '23P01']);
/** PostgreSQL: a lock was not given within `lock_timeout`. */
const WAITED_TOO_LONG = '55P03';
/** Others may win several times, for example if some processes start at once. */
const MOST_TRIES = 6;
/** Milliseconds before the second try, at most. Doubled for each further one. */
const FIRST_WAIT = 40;
/** Seconds. */
const RETRY_AFTER = 5;

/** Runs after a commit, such as waking the outbox. Nothing may depend on it. */
export type AfterCommit = () => void;

/**
 * The transaction that is under way. One store for the process: each further one would slow down every promise from
 * then on, even after its unit of work is no longer used.
 */
const current = new AsyncLocalStorage<{ readonly of: UnitOfWork; readonly tx: Transaction }>();

/**
 * The one way to write. On SQLite transactions run one after another on the only writer; on PostgreSQL each has a
 * connection of the pool. A transaction that throws or returns a refusal is rolled back. A nested transaction joins the
 * outer one. Never await network, email, password hashing or documents inside.
 */
export class UnitOfWork {
  private tail: Promise<unknown> = Promise.resolve();
  private readonly listeners: AfterCommit[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Error if the work changed something without an audit entry
   * @throws NotSaved if others hold what it needs for too long
   */
  run<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = current.getStore();
    if (outer?.of === this) return work(outer.tx.actingAs(actor));
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
   * Waits in between, longer each time and never for the same time as another that lost.
   */
  private async retryAfterConflict<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.begin(actor, work);
      } catch (fault) {
        const { code } = fault as { code?: unknown };
        if (code === WAITED_TOO_LONG) throw new NotSaved(RETRY_AFTER, fault);
        if (!LOST.has(code) && !TAKEN.has(code)) throw fault;
        if (tries === MOST_TRIES) throw LOST.has(code) ? new NotSaved(RETRY_AFTER, fault) : fault;
        await wait(randomInt(FIRST_WAIT * 2 ** (tries - 1)));
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
        const result = await current.run({ of: this, tx }, () => work(tx));
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
