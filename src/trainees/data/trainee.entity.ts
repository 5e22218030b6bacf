import { Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
} from '../../platform/index.js';
import { EDUCATIONS, type Education } from '../domain/education.js';

/** A trainee. Has no account until the person signs up and verifies the email. */
@Entity('trainee')
@Index('ux_trainee_account_id', ['accountId'], { unique: true })
@Index('ix_trainee_name', ['name'])
@Index('ix_trainee_email', ['email'])
@OneOfCheck('trainee', 'education', EDUCATIONS)
@ForeignKey('account', ['accountId'], ['id'])
export class Trainee {
  @IdColumn() id!: string;
  @RefColumn({ nullable: true }) accountId!: string | null;
  @TextColumn(100) name!: string;
  @TextColumn(100, { nullable: true }) latinName!: string | null;
  /** Always in lower case. Not unique: families share a mailbox. */
  @TextColumn(254, { nullable: true }) email!: string | null;
  @TextColumn(40, { nullable: true }) phone!: string | null;
  @TextColumn(200, { nullable: true }) workplace!: string | null;
  @ChoiceColumn({ nullable: true }) education!: Education | null;
  @DayColumn({ nullable: true }) bornOn!: string | null;
  /** When the person consented to the storage of the data; `null`: entered by staff, who hold the consent on paper. */
  @InstantColumn({ nullable: true }) consentAt!: number | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn() updatedAt!: number;
  @LongTextColumn({ nullable: true }) note!: string | null;
}
