import { Check, Entity, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';

/** Rooms and instructors have bookable hours and absences. */
export const AVAILABILITY_OWNERS = ['room', 'instructor'] as const;
export type AvailabilityOwner = (typeof AVAILABILITY_OWNERS)[number];

export interface OwnedBy {
  readonly kind: AvailabilityOwner;
  readonly id: string;
}

/** A weekly span in which a room or instructor can be booked. Owners without any can be booked at any time. */
@Entity('bookable_hours')
@OneOfCheck('bookable_hours', 'owner_kind', AVAILABILITY_OWNERS)
@Check('ck_bookable_hours_weekday', '"weekday" >= 1 AND "weekday" <= 7')
@Check('ck_bookable_hours_order', '"from_minute" >= 0 AND "from_minute" < "until_minute" AND "until_minute" <= 1440')
@Index('ix_bookable_hours_owner_id', ['ownerId'])
export class BookableHours {
  @IdColumn() id!: string;
  @ChoiceColumn() ownerKind!: AvailabilityOwner;
  @RefColumn() ownerId!: string;
  /** 1 is Monday. */
  @WholeColumn() weekday!: number;
  /** Minutes since midnight. */
  @WholeColumn() fromMinute!: number;
  @WholeColumn() untilMinute!: number;
}

/** A closure of a room or an absence of an instructor; takes precedence over bookable hours. */
@Entity('unavailability')
@OneOfCheck('unavailability', 'owner_kind', AVAILABILITY_OWNERS)
@Check('ck_unavailability_order', '"starts_at" < "ends_at"')
@Index('ix_unavailability_owner_id_starts_at', ['ownerId', 'startsAt'])
export class Unavailability {
  @IdColumn() id!: string;
  @ChoiceColumn() ownerKind!: AvailabilityOwner;
  @RefColumn() ownerId!: string;
  @InstantColumn() startsAt!: number;
  @InstantColumn() endsAt!: number;
  @TextColumn(200) reason!: string;
  /** Name of the person who recorded it, at that time. */
  @TextColumn(100, { nullable: true }) declaredBy!: string | null;
  @InstantColumn() createdAt!: number;
}
