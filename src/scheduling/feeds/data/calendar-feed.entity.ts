import { Entity, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, TextColumn } from '../../../platform/index.js';

export const FEED_OWNERS = ['cohort', 'instructor', 'trainee', 'room'] as const;
export type FeedOwner = (typeof FEED_OWNERS)[number];

export interface FeedOf {
  readonly kind: FeedOwner;
  /** For a trainee the account's id, otherwise the row's id. */
  readonly ownerId: string;
}

/**
 * A secret address of a timetable. The secret is derived from the row's id with the master key and not stored, so a
 * copy of the table reveals no address. `ownerId` is the account's id for a trainee, otherwise the id of the room,
 * instructor or cohort.
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
