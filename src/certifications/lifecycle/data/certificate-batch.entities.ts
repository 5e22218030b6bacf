import { Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  type Refusal,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import type { RevocationClass } from '../../core/index.js';
import { BATCH_KINDS, type BatchKind, ITEM_STATES, type ItemState } from '../domain/batches.js';

/** A bulk revocation or renewal. */
@Entity('certificate_batch')
@OneOfCheck('certificate_batch', 'kind', BATCH_KINDS)
@Index('ix_certificate_batch_created_at', ['createdAt'])
export class CertificateBatch {
  @IdColumn() id!: string;
  @ChoiceColumn() kind!: BatchKind;
  @ChoiceColumn({ nullable: true }) reasonClass!: RevocationClass | null;
  @LongTextColumn({ nullable: true }) reason!: string | null;
  @InstantColumn() createdAt!: number;
  @TextColumn(200) createdByName!: string;
  /** Its job, which alone takes steps of it. `null`: it is from before this was bound, or nobody has begun it. */
  @RefColumn({ nullable: true }) jobId!: string | null;
}

/** One certificate of a batch, and its outcome. */
@Entity('certificate_batch_item')
@OneOfCheck('certificate_batch_item', 'state', ITEM_STATES)
@ForeignKey('certificate_batch', ['batchId'], ['id'])
@ForeignKey('certificate', ['certificateId'], ['id'])
@ForeignKey('certificate', ['resultId'], ['id'])
@Index('ux_certificate_batch_item_batch_id_certificate_id', ['batchId', 'certificateId'], { unique: true })
@Index('ix_certificate_batch_item_batch_id_state_place', ['batchId', 'state', 'place'])
export class CertificateBatchItem {
  @IdColumn() id!: string;
  @RefColumn() batchId!: string;
  @WholeColumn() place!: number;
  @RefColumn() certificateId!: string;
  /** Fingerprint of what was shown of it (`seenOf`). `null`: its record was altered then, or it is older than this. */
  @TextColumn(64, { nullable: true }) seen!: string | null;
  @ChoiceColumn() state!: ItemState;
  @JsonColumn({ nullable: true }) refusals!: readonly Refusal[] | null;
  /** The renewal. */
  @RefColumn({ nullable: true }) resultId!: string | null;
}
