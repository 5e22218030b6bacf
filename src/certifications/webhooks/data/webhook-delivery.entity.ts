import { Entity, ForeignKey, Index } from 'typeorm';
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
import { DELIVERED_EVENTS, type DeliveredEvent, DELIVERY_STATES, type DeliveryState } from '../domain/webhook.js';

/** One message to a webhook: made once for each change, tried until it is taken or given up. */
@Entity('webhook_delivery')
@ForeignKey('webhook', ['webhookId'], ['id'])
@ForeignKey('certificate', ['certificateId'], ['id'])
@OneOfCheck('webhook_delivery', 'event', DELIVERED_EVENTS)
@OneOfCheck('webhook_delivery', 'state', DELIVERY_STATES)
@Index('ux_webhook_delivery_webhook_id_certificate_id_event', ['webhookId', 'certificateId', 'event'], { unique: true })
@Index('ix_webhook_delivery_state_next_attempt_at', ['state', 'nextAttemptAt'])
@Index('ix_webhook_delivery_webhook_id_created_at', ['webhookId', 'createdAt'])
export class WebhookDelivery {
  @IdColumn() id!: string;
  @RefColumn() webhookId!: string;
  @ChoiceColumn() event!: DeliveredEvent;
  @RefColumn({ nullable: true }) certificateId!: string | null;
  /** As it was found; what is sent is recreated from the certificate's record. */
  @LongTextColumn() body!: string;
  @ChoiceColumn() state!: DeliveryState;
  @WholeColumn() attempts!: number;
  @InstantColumn() createdAt!: number;
  @InstantColumn() nextAttemptAt!: number;
  /** While it is sent: by which claim, and until when nobody else may send it. */
  @TextColumn(60, { nullable: true }) claimedBy!: string | null;
  @InstantColumn({ nullable: true }) claimedUntil!: number | null;
  @InstantColumn({ nullable: true }) sentAt!: number | null;
  /** The last answer's HTTP status; `null` where there was none. */
  @WholeColumn({ nullable: true }) status!: number | null;
  @TextColumn(200, { nullable: true }) fault!: string | null;
}
