import { Entity, ForeignKey, Index } from 'typeorm';
import { BytesColumn, IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '../../../platform/index.js';
import type { WebhookEvent } from '../domain/webhook.js';

/** An employer's webhook for changes of certificates that the employer verified. */
@Entity('webhook')
@ForeignKey('employer', ['employerId'], ['id'])
@Index('ix_webhook_employer_id', ['employerId'])
export class Webhook {
  @IdColumn() id!: string;
  @RefColumn() employerId!: string;
  @TextColumn(500) url!: string;
  /** It signs each message, so it must be known: kept encrypted. */
  @BytesColumn() sealedSecret!: Buffer;
  @JsonColumn() events!: readonly WebhookEvent[];
  /** Changes up to this time were scanned. */
  @InstantColumn() scannedAt!: number;
  @InstantColumn() createdAt!: number;
  @TextColumn(200) createdByName!: string;
  @InstantColumn({ nullable: true }) removedAt!: number | null;
}
