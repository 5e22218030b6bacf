import { Check, Entity, Index } from 'typeorm';
import {
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';

export const ROOM_KINDS = ['room', 'lab'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** A closed room keeps its past sessions and takes no new ones. */
@Entity('room')
@OneOfCheck('room', 'kind', ROOM_KINDS)
@Check('ck_room_seats', '"seats" >= 1 AND "seats" <= 2000')
@Check(
  'ck_room_margins',
  '"set_up_minutes" >= 0 AND "set_up_minutes" <= 240 AND "clear_away_minutes" >= 0 AND "clear_away_minutes" <= 240',
)
@Index('ux_room_code', ['code'], { unique: true })
export class Room {
  @IdColumn() id!: string;
  @TextColumn(20) code!: string;
  @TextColumn(100) nameZh!: string;
  @TextColumn(100) nameEn!: string;
  @ChoiceColumn() kind!: RoomKind;
  @WholeColumn() seats!: number;
  @TextColumn(200) placeZh!: string;
  @TextColumn(200) placeEn!: string;
  /** Equipment and features, each a short term: 投影, GPU, 录播. */
  @JsonColumn({ default: '[]' }) features!: readonly string[];
  /** Minutes for which the room is held before and after each session. */
  @WholeColumn({ default: 0 }) setUpMinutes!: number;
  @WholeColumn({ default: 0 }) clearAwayMinutes!: number;
  @InstantColumn({ nullable: true }) closedAt!: number | null;
}
