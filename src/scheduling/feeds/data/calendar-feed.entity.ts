import { Entity, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, TextColumn } from '../../../platform/index.js';

export const FEED_OWNERS = ['cohort', 'instructor', 'trainee', 'room'] as const;
export type FeedOwner = (typeof FEED_OWNERS)[number];

/** Whose timetable a feed is. */
export interface FeedOf {
  readonly kind: FeedOwner;
  /** A trainee's is the account's id; the others are their row's. */
  readonly ownerId: string;
}

/**
 * A secret address of somebody's timetable. The secret is derived from the row's id by a key of this house and stored
 * nowhere: a copy of the table opens nothing. A trainee's owner id is the account's, the others' their own row's.
 */
@Entity('calendar_feed')
@OneOfCheck('calendar_feed', 'owner_kind', FEED_OWNERS)
@Index('ux_calendar_feed_fingerprint', ['fingerprint'], { unique: true })
@Index('ux_calendar_feed_owner_kind_owner_id', ['ownerKind', 'ownerId'], {
  unique: true,
  where: '"revoked_at" IS NULL',
})
export class CalendarFeed {
  @IdColumn() id!: string;
  @TextColumn(64) fingerprint!: string;
  @ChoiceColumn() ownerKind!: FeedOwner;
  @RefColumn() ownerId!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) revokedAt!: number | null;
}
