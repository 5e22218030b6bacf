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

/** A record found altered; removed once it is in order again. */
@Entity('register_alarm')
@OneOfCheck('register_alarm', 'subject', ALARM_SUBJECTS)
export class RegisterAlarm {
  @PrimaryColumn({ type: 'varchar', length: 40 }) subject!: AlarmSubject;
  @PrimaryTextColumn(60) id!: string;
  /** Name for people, such as a number or code. */
  @TextColumn(300) label!: string;
  @InstantColumn() foundAt!: number;
}
