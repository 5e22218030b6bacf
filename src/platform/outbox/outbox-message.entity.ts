import { Entity, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../columns/columns.js';
import type { CalendarPart } from './calendar-part.js';

export const OUTBOX_STATES = ['pending', 'sending', 'sent', 'failed'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** An email, stored in the transaction that caused it and delivered after its commit. */
@Entity('outbox_message')
@OneOfCheck('outbox_message', 'state', OUTBOX_STATES)
@Index('ix_outbox_message_state_next_attempt_at', ['state', 'nextAttemptAt'])
@Index('ix_outbox_message_created_at', ['createdAt'])
export class OutboxMessage {
  @IdColumn() id!: string;
  @TextColumn(254) toAddress!: string;
  @TextColumn(200) toName!: string;
  @TextColumn(10) language!: string;
  @TextColumn(300) subject!: string;
  @LongTextColumn() body!: string;
  @ChoiceColumn() state!: OutboxState;
  @WholeColumn() attempts!: number;
  @InstantColumn() createdAt!: number;
  @InstantColumn() nextAttemptAt!: number;
  /** While it is being sent: by which claim, and until when no other sender may take it. */
  @TextColumn(60, { nullable: true }) claimedBy!: string | null;
  @InstantColumn({ nullable: true }) claimedUntil!: number | null;
  @InstantColumn({ nullable: true }) sentAt!: number | null;
  @LongTextColumn({ nullable: true }) lastError!: string | null;
  /** Whose address it follows until it is sent; `null`: it goes where it was written to. */
  @RefColumn({ nullable: true }) accountId!: string | null;
  @JsonColumn({ nullable: true }) calendar!: readonly CalendarPart[] | null;
}
