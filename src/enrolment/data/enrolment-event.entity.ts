import { Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
} from '../../platform/index.js';

export const ENROLMENT_EVENTS = [
  'waitlisted',
  'offered',
  'confirmed',
  'withdrawn',
  'lapsed',
  'completed',
  'notCompleted',
  'seatMoved',
] as const;
export type EnrolmentEventKind = (typeof ENROLMENT_EVENTS)[number];

/** One event in the history of an enrolment, shown to the trainee and to staff. Append-only. */
@Entity('enrolment_event')
@OneOfCheck('enrolment_event', 'kind', ENROLMENT_EVENTS)
@ForeignKey('enrolment', ['enrolmentId'], ['id'])
@Index('ix_enrolment_event_enrolment_id', ['enrolmentId'])
export class EnrolmentEvent {
  @IdColumn() id!: string;
  @RefColumn() enrolmentId!: string;
  @InstantColumn() at!: number;
  @ChoiceColumn() kind!: EnrolmentEventKind;
  @TextColumn(200) actorName!: string;
  @JsonColumn() detail!: Record<string, string | number | null>;
}
