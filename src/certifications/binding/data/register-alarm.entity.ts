import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, OneOfCheck, PrimaryTextColumn, TextColumn } from '../../../platform/index.js';

export const ALARM_SUBJECTS = [
  'certificate',
  'issuance',
  'issuerKey',
  'receipt',
  'register',
  'statusList',
  'certificateBatch',
] as const;
export type AlarmSubject = (typeof ALARM_SUBJECTS)[number];

/** A record that was found altered, until it is found in order again. */
@Entity('register_alarm')
@OneOfCheck('register_alarm', 'subject', ALARM_SUBJECTS)
export class RegisterAlarm {
  @PrimaryColumn({ type: 'varchar', length: 40 }) subject!: AlarmSubject;
  @PrimaryTextColumn(60) id!: string;
  /** What a person calls it: a number, a code. */
  @TextColumn(300) label!: string;
  @InstantColumn() foundAt!: number;
}
