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
import { COUNTED_FROM, type CountedFrom, OFFERED, type RenewalOffer } from '../domain/renewing.js';

export const SPANS =
  '"months" BETWEEN 1 AND 600 AND "opens_days" BETWEEN 1 AND 3650 AND "grace_days" BETWEEN 0 AND 3650';

/** How an achievement's certificates are renewed. Without a row the default rule applies. */
@Entity('renewal_rule')
@OneOfCheck('renewal_rule', 'offered', OFFERED)
@OneOfCheck('renewal_rule', 'counted_from', COUNTED_FROM)
@Check('ck_renewal_rule_spans', SPANS)
@ForeignKey('achievement', ['achievementId'], ['id'])
export class RenewalRule {
  @PrimaryColumn({ type: 'uuid' }) achievementId!: string;
  @ChoiceColumn() offered!: RenewalOffer;
  @ChoiceColumn() countedFrom!: CountedFrom;
  /** Months for which a renewal is valid. */
  @WholeColumn() months!: number;
  /** Days before the last day from which it may be renewed. */
  @WholeColumn() opensDays!: number;
  /** Days after the last day until which it may be renewed. */
  @WholeColumn() graceDays!: number;
}

export const REQUEST_STATES = ['waiting', 'approved', 'declined'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A holder's request for a renewal; the office decides. */
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

/** A sent reminder, so that it is sent once. */
@Entity('expiry_reminder')
@ForeignKey('certificate', ['certificateId'], ['id'])
export class ExpiryReminder {
  @PrimaryColumn({ type: 'uuid' }) certificateId!: string;
  @PrimaryColumn({ type: 'integer' }) daysBefore!: number;
  @InstantColumn() sentAt!: number;
}
