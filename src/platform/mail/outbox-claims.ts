import sql, { empty } from 'sql-template-tag';
import { In } from 'typeorm';
import { SYSTEM } from '../actor.js';
import type { Clock } from '../clock.js';
import type { ReadDatabase } from '../database/read-database.js';
import type { Transaction } from '../database/transaction.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Language } from '../i18n/index.js';
import { newId } from '../ids.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';

export interface ClaimedMessage {
  readonly id: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
  readonly calendar: string | null;
}

/** Messages that this sender holds until `until`, which moves on as the claim is renewed. */
export interface Claim {
  readonly token: string;
  readonly messages: readonly ClaimedMessage[];
  until: number;
}

export type AfterAttempt = Partial<
  Pick<OutboxMessage, 'state' | 'attempts' | 'sentAt' | 'lastError' | 'nextAttemptAt'>
>;

const FREE = { claimedBy: null, claimedUntil: null } as const;

/**
 * Which sender has which message of the outbox. A message is claimed in a short transaction before it is sent; an
 * expired claim belonged to a lost sender, and its messages are due again.
 */
export class OutboxClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly milliseconds: number,
  ) {}

  async anyDue(): Promise<boolean> {
    const now = this.clock.now();
    return (
      (
        await this.reads.query(sql`
      SELECT 1 AS "one" FROM outbox_message WHERE state = 'pending' AND next_attempt_at <= ${now}
      UNION ALL SELECT 1 AS "one" FROM outbox_message WHERE state = 'sending' AND claimed_until <= ${now} LIMIT 1`)
      ).length > 0
    );
  }

  /** Claims the oldest that are due. On PostgreSQL two simultaneous senders get different ones. */
  claim(most: number): Promise<Claim> {
    return this.write(async (tx) => {
      const [token, until] = [newId(), tx.now + this.milliseconds];
      const messages = await tx.query<ClaimedMessage>(sql`
        SELECT id AS "id", to_address AS "toAddress", to_name AS "toName", language AS "language", subject AS "subject",
          body AS "body", attempts AS "attempts", calendar AS "calendar"
        FROM outbox_message
        WHERE (state = 'pending' AND next_attempt_at <= ${tx.now}) OR (state = 'sending' AND claimed_until <= ${tx.now})
        ORDER BY created_at, id LIMIT ${most} ${tx.isPostgres ? sql`FOR UPDATE SKIP LOCKED` : empty}`);
      const claimed = { state: 'sending', claimedBy: token, claimedUntil: until } as const;
      if (messages.length > 0) await tx.of(OutboxMessage).update({ id: In(messages.map(({ id }) => id)) }, claimed);
      return { token, messages, until };
    });
  }

  /** For what is not sent yet. Messages that another sender has claimed meanwhile stay with that sender. */
  async renew(claim: Claim): Promise<void> {
    claim.until = await this.write(async (tx) => {
      const until = tx.now + this.milliseconds;
      await tx.of(OutboxMessage).update({ state: 'sending', claimedBy: claim.token }, { claimedUntil: until });
      return until;
    });
  }

  /**
   * Records the result of an attempt. A message that was sent counts as sent, even if another sender has claimed it
   * meanwhile.
   */
  record({ token }: Claim, id: string, after: AfterAttempt): Promise<void> {
    return this.write(async (tx) => {
      const stillMine = after.state === 'sent' ? { id } : { id, state: 'sending' as const, claimedBy: token };
      await tx.of(OutboxMessage).update(stillMine, { ...after, ...FREE });
    });
  }

  /** Makes messages that were not attempted due again at once. */
  async release({ token }: Claim, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const theirs = { id: In([...ids]), state: 'sending', claimedBy: token } as const;
    await this.write((tx) => tx.of(OutboxMessage).update(theirs, { state: 'pending', ...FREE }));
  }

  private write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('the message itself keeps its delivery');
      return work(tx);
    });
  }
}
