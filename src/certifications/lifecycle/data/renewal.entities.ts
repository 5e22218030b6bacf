import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import { COUNTED_FROM, type CountedFrom, OFFERED, type Offered } from '../domain/renewing.js';

export const SPANS =
  '"months" BETWEEN 1 AND 600 AND "opens_days" BETWEEN 1 AND 3650 AND "grace_days" BETWEEN 0 AND 3650';

/** How an achievement's certificates are renewed. Without a row the academy's usual rule holds. */
@Entity('renewal_rule')
@OneOfCheck('renewal_rule', 'offered', OFFERED)
@OneOfCheck('renewal_rule', 'counted_from', COUNTED_FROM)
@Check('ck_renewal_rule_spans', SPANS)
@ForeignKey('achievement', ['achievementId'], ['id'])
export class RenewalRule {
  @PrimaryColumn({ type: 'uuid' }) achievementId!: string;
  @ChoiceColumn() offered!: Offered;
  @ChoiceColumn() countedFrom!: CountedFrom;
  /** How long a renewal holds. */
  @WholeColumn() months!: number;
  /** How many days before the last day it may be renewed at the earliest. */
  @WholeColumn() opensDays!: number;
  /** How many days after the last day at the latest. */
  @WholeColumn() graceDays!: number;
}

export const REQUEST_STATES = ['waiting', 'approved', 'declined'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A holder asks for a renewal; the office decides. */
@Entity('renewal_request')
@OneOfCheck('renewal_request', 'state', REQUEST_STATES)
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ux_renewal_request_certificate_id', ['certificateId'], { unique: true, where: `"state" = 'waiting'` })
@Index('ix_renewal_request_certificate_id_asked_at', ['certificateId', 'askedAt'])
export class RenewalRequest {
  @IdColumn() id!: string;
  @RefColumn() certificateId!: string;
  @InstantColumn() askedAt!: number;
  @LongTextColumn({ nullable: true }) note!: string | null;
  @ChoiceColumn() state!: RequestState;
  @InstantColumn({ nullable: true }) decidedAt!: number | null;
  @TextColumn(200, { nullable: true }) decidedByName!: string | null;
  @LongTextColumn({ nullable: true }) answer!: string | null;
}

/** That a reminder has left, so that it leaves once. */
@Entity('expiry_reminder')
@ForeignKey('certificate', ['certificateId'], ['id'])
export class ExpiryReminder {
  @PrimaryColumn({ type: 'uuid' }) certificateId!: string;
  @PrimaryColumn({ type: 'integer' }) daysBefore!: number;
  @InstantColumn() sentAt!: number;
}
