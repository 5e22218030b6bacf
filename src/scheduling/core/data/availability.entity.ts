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

/** Whose hours and absences are kept: rooms and instructors alike. */
export const AVAILABILITY_OWNERS = ['room', 'instructor'] as const;
export type AvailabilityOwner = (typeof AVAILABILITY_OWNERS)[number];

export interface OwnedBy {
  readonly kind: AvailabilityOwner;
  readonly id: string;
}

/** A span of a weekday in which a room or a person may be booked. An owner without any may be booked at all hours. */
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

/** A time in which a room is closed or a person is absent, whatever its hours say. */
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
  /** The name of the one who said so, as it was then. */
  @TextColumn(100, { nullable: true }) declaredBy!: string | null;
  @InstantColumn() createdAt!: number;
}
