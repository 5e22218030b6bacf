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
import type { QuestionRow } from '../domain/question-rows.js';

/** A list of certificates that an employer asked about at once: answered by a job, row by row. */
@Entity('verification_batch')
@Index('ix_verification_batch_employer_id_created_at', ['employerId', 'createdAt'])
@Index('ix_verification_batch_created_at', ['createdAt'])
@ForeignKey('employer', ['employerId'], ['id'])
export class VerificationBatch {
  @IdColumn() id!: string;
  @RefColumn() employerId!: string;
  @TextColumn(200) filename!: string;
  /** Of the file as it came. */
  @TextColumn(64) sha256!: string;
  @TextColumn(200) purpose!: string;
  @WholeColumn() size!: number;
  @JsonColumn() rows!: readonly QuestionRow[];
  /** The heads that were taken for number and name. */
  @JsonColumn() columns!: { readonly number: string; readonly name: string };
  @TextColumn(60) jobId!: string;
  @InstantColumn() createdAt!: number;
  @TextColumn(200) createdByName!: string;
  @InstantColumn({ nullable: true }) answeredAt!: number | null;
  /** The signed answer, as it is handed out. */
  @LongTextColumn({ nullable: true }) answer!: string | null;
  /** Over what was asked: HMAC-SHA-256 in hex. `null`: it was asked before lists were bound. */
  @TextColumn(64, { nullable: true }) questionsMac!: string | null;
  /**
   * Over the answered rows, one transaction after the other: HMAC-SHA-256 in hex. `null`: none is answered, or they
   * were
   * before rows were bound.
   */
  @TextColumn(64, { nullable: true }) answerMac!: string | null;
}
