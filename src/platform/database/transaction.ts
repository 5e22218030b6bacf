import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity, Repository } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import type { Actor } from '../actor.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { newId } from '../ids.js';
import { cutText } from '../texts.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import type { Email } from '../outbox/email.js';
import { type QueryFunction, textFor } from './read-database.js';

/** What an audit entry is about; `label` is its name on pages, kept even if the row is renamed later. */
export interface Subject {
  readonly type: string;
  readonly id: string;
  readonly label: string;
}

export interface AuditedAct {
  readonly act: string;
  readonly subject: Subject;
  readonly detail: Record<string, unknown>;
}

/** Few enough for the parameters of one statement, with 50 columns each. */
const ROWS_IN_ONE = 500;

interface Ledger {
  entries: number;
  exempt: boolean;
  readonly afterCommit: (() => void)[];
  readonly atEnd: (() => Promise<void>)[];
}

/** A running transaction: the only source of writing repositories, audit entries and email. */
export class Transaction {
  constructor(
    private readonly manager: EntityManager,
    readonly actor: Actor,
    /** Epoch milliseconds: one time for the whole transaction. */
    readonly now: number,
    private readonly requestId: string | null,
    private readonly ledger: Ledger = { entries: 0, exempt: false, afterCommit: [], atEnd: [] },
  ) {}

  of<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.manager.getRepository(entity);
  }

  /** Reads inside the transaction, so that a rule sees what it has locked and written. Bound. */
  readonly query: QueryFunction = <Row>(sql: Sql): Promise<Row[]> =>
    this.manager.query<Row[]>(textFor(this.manager.dataSource, sql), sql.values);

  /** Locks one row until the transaction ends. Does nothing on SQLite, which has one writer at a time. */
  async lock<Entity extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<Entity>,
    id: string,
  ): Promise<Entity | null> {
    const query = this.of(entity).createQueryBuilder('locked').where('locked.id = :id', { id });
    return this.isPostgres ? query.setLock('pessimistic_write').getOne() : query.getOne();
  }

  /**
   * Locks rows until the transaction ends, in the order of their ids: two transactions that lock some of the same rows
   * wait for each other and never deadlock. Others can still insert rows that refer to them. Does nothing on SQLite.
   * @returns the ids that exist
   */
  async lockEach<Entity extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<Entity>,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const query = this.of(entity)
      .createQueryBuilder('locked')
      .select('locked.id', 'id')
      .where('locked.id IN (:...ids)', { ids: [...new Set(ids)] })
      .orderBy('locked.id');
    const rows = await (this.isPostgres ? query.setLock('for_no_key_update') : query).getRawMany<{ id: string }>();
    return new Set(rows.map(({ id }) => id));
  }

  /** All reads see the database as of one moment, as they do on SQLite anyway. Call it before anything is read. */
  async readOneSnapshot(): Promise<void> {
    if (this.isPostgres) await this.manager.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  }

  get isPostgres(): boolean {
    return this.manager.dataSource.options.type === 'postgres';
  }

  /** Writes the audit entry: a verb in the past (`enrolment.withdrawn`), its subject, and what changed. */
  audit(act: string, subject: Subject, detail: Record<string, unknown> = {}): Promise<void> {
    return this.auditEach([{ act, subject, detail }]);
  }

  async auditEach(entries: readonly AuditedAct[]): Promise<void> {
    this.ledger.entries += entries.length;
    const rows = entries.map(({ act, subject, detail }): AuditEntry => ({
      id: newId(),
      at: this.now,
      actorId: this.actor.id,
      actorName: this.actor.name,
      act,
      subjectType: subject.type,
      subjectId: subject.id,
      subjectLabel: cutText(subject.label, 300),
      detail,
      requestId: this.requestId,
    }));
    await this.insertEach(AuditEntry, rows as QueryDeepPartialEntity<AuditEntry>[]);
  }

  /** For maintenance that nobody would look up later (a web session's last use, a lease): give the reason. */
  withoutAudit(_why: string): void {
    this.ledger.exempt = true;
  }

  /** Stores an email, which is sent only if the transaction commits. */
  mail(mail: Email): Promise<void> {
    return this.mailEach([mail]);
  }

  async mailEach(mails: readonly Email[]): Promise<void> {
    const rows = mails.map((mail) => ({
      id: newId(),
      toAddress: mail.to,
      toName: mail.name,
      language: mail.language,
      subject: mail.subject,
      body: mail.body,
      state: 'pending',
      attempts: 0,
      createdAt: this.now,
      nextAttemptAt: this.now,
      claimedBy: null,
      claimedUntil: null,
      sentAt: null,
      lastError: null,
      accountId: mail.accountId ?? null,
      calendar: mail.calendar?.length ? mail.calendar : null,
    }));
    await this.insertEach(OutboxMessage, rows as QueryDeepPartialEntity<OutboxMessage>[]);
  }

  /** Inserts rows in their order, many in one statement. */
  async insertEach<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly QueryDeepPartialEntity<Entity>[],
  ): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS_IN_ONE)
      await this.of(entity).insert(rows.slice(from, from + ROWS_IN_ONE));
  }

  /** Runs in this process once the transaction has committed. Nothing may depend on it. */
  afterCommit(listener: () => void): void {
    this.ledger.afterCommit.push(listener);
  }

  /** Awaited once the transaction has ended, also if it was rolled back. It may write, in a transaction of its own. */
  atEnd(listener: () => Promise<void>): void {
    this.ledger.atEnd.push(listener);
  }

  async ended(): Promise<void> {
    for (const listener of this.ledger.atEnd) await listener();
  }

  committed(): void {
    for (const listener of this.ledger.afterCommit) listener();
  }

  actingAs(actor: Actor): Transaction {
    return actor === this.actor ? this : new Transaction(this.manager, actor, this.now, this.requestId, this.ledger);
  }

  checkAudited(): void {
    if (this.ledger.entries === 0 && !this.ledger.exempt)
      throw new Error('A unit of work ended without an audit entry');
  }
}
