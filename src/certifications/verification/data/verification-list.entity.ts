import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import type { QuestionRow, ReadColumns } from '../domain/verification-list.js';

/** A verification list of an employer; a job answers it row by row. */
@Entity('verification_batch')
@Index('ix_verification_batch_employer_id_created_at', ['employerId', 'createdAt'])
@Index('ix_verification_batch_created_at', ['createdAt'])
@Index('ix_verification_batch_unanswered', ['employerId'], { where: '"answer" IS NULL OR "answered_at" IS NULL' })
@ForeignKey('employer', ['employerId'], ['id'])
export class VerificationList {
  @IdColumn() id!: string;
  @RefColumn() employerId!: string;
  /** When the list was submitted. `null`: from before this was kept. */
  @TextColumn(200, { nullable: true }) employerName!: string | null;
  @TextColumn(200) filename!: string;
  /** Of the uploaded file. */
  @TextColumn(64) sha256!: string;
  @TextColumn(200) purpose!: string;
  @WholeColumn() size!: number;
  @JsonColumn() rows!: readonly QuestionRow[];
  @JsonColumn() columns!: ReadColumns;
  @TextColumn(60) jobId!: string;
  @InstantColumn() createdAt!: number;
  @TextColumn(200) createdByName!: string;
  /** `null`: its employer has not started it. */
  @InstantColumn({ nullable: true }) startedAt!: number | null;
  /** HMAC-SHA-256 of the start, hex (`startMac`). */
  @TextColumn(64, { nullable: true }) startMac!: string | null;
  @InstantColumn({ nullable: true }) answeredAt!: number | null;
  /** The signed answer (JWS). */
  @LongTextColumn({ nullable: true }) answer!: string | null;
  /** HMAC-SHA-256 of the questions, hex. `null`: from before lists were bound. */
  @TextColumn(64, { nullable: true }) questionsMac!: string | null;
  /**
   * HMAC-SHA-256 of the answered rows, chained by transaction, hex. `null`: none is answered, or from before rows were
   * bound.
   */
  @TextColumn(64, { nullable: true }) answerMac!: string | null;
}
