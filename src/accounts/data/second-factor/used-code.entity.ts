import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PrimaryRefColumn } from '../../../platform/index.js';

/** A code that was accepted, by its step of 30 seconds: the database refuses it a second time. */
@Entity('used_code')
@ForeignKey('authenticator', ['authenticatorId'], ['id'])
export class UsedCode {
  @PrimaryRefColumn() authenticatorId!: string;
  @PrimaryColumn({ type: 'integer' }) step!: number;
}
