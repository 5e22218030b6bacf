import { Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  RefColumn,
  type Refusal,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import { type CertificateFacts, ITEM_STATES, type ItemState } from '../../core/index.js';

/** One issue of certificates for a cohort, run by a job. The common facts are fixed when it begins. */
@Entity('issuance')
@ForeignKey('cohort', ['cohortId'], ['id'])
@ForeignKey('achievement', ['achievementId'], ['id'])
@ForeignKey('job', ['jobId'], ['id'])
@Index('ix_issuance_cohort_id', ['cohortId'])
export class Issuance {
  @IdColumn() id!: string;
  @RefColumn() cohortId!: string;
  @RefColumn() achievementId!: string;
  @RefColumn() jobId!: string;
  @JsonColumn() facts!: Omit<CertificateFacts, 'number' | 'recipient'>;
  @InstantColumn() startedAt!: number;
  @TextColumn(200) actorName!: string;
}

export const IS_WAITING = `"state" = 'waiting'`;

/**
 * One certificate of an issue. Its random values are drawn in advance, so that a repeated step makes the same
 * certificate.
 */
@Entity('issuance_item')
@OneOfCheck('issuance_item', 'state', ITEM_STATES)
@ForeignKey('issuance', ['issuanceId'], ['id'])
@ForeignKey('enrolment', ['enrolmentId'], ['id'])
@ForeignKey('trainee', ['traineeId'], ['id'])
@Index('ux_issuance_item_issuance_id_position', ['issuanceId', 'position'], { unique: true })
@Index('ux_issuance_item_number', ['number'], { unique: true })
@Index('ux_issuance_item_enrolment_id', ['enrolmentId'], { unique: true, where: IS_WAITING })
export class IssuanceItem {
  /** Also the id of its certificate. */
  @IdColumn() id!: string;
  @RefColumn() issuanceId!: string;
  @WholeColumn() position!: number;
  @RefColumn() enrolmentId!: string;
  @RefColumn() traineeId!: string;
  @TextColumn(100) name!: string;
  @TextColumn(100, { nullable: true }) latinName!: string | null;
  @TextColumn(60) number!: string;
  @TextColumn(60) token!: string;
  @TextColumn(60) subjectUrn!: string;
  @WholeColumn() statusList!: number;
  @WholeColumn() statusIndex!: number;
  /** Fingerprint of whom it is for, as shown (`seenPerson`). `null`: the issue is older than this. */
  @TextColumn(64, { nullable: true }) seen!: string | null;
  @ChoiceColumn() state!: ItemState;
  /** Why it was refused. */
  @JsonColumn({ nullable: true }) reasons!: readonly Refusal[] | null;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
}
