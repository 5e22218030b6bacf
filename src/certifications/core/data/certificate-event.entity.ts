import { Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
} from '../../../platform/index.js';
import { CERTIFICATE_EVENTS, type CertificateEventKind } from '../domain/status.js';

/** One step in a certificate's history, as strangers may read it; the person's name is for the office alone. */
@Entity('certificate_event')
@OneOfCheck('certificate_event', 'kind', CERTIFICATE_EVENTS)
@ForeignKey('certificate', ['certificateId'], ['id'])
@Index('ix_certificate_event_certificate_id', ['certificateId'])
@Index('ix_certificate_event_at', ['at'])
export class CertificateEvent {
  @IdColumn() id!: string;
  @RefColumn() certificateId!: string;
  @InstantColumn() at!: number;
  @ChoiceColumn() kind!: CertificateEventKind;
  @LongTextColumn({ nullable: true }) reason!: string | null;
  @TextColumn(200) actorName!: string;
}
