import { Check, Entity, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, TextColumn, WholeColumn } from '../../platform/index.js';

export const ROOM_KINDS = ['room', 'lab'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** A place where sessions meet. A closed room keeps its past and takes no new session. */
@Entity('room')
@OneOfCheck('room', 'kind', ROOM_KINDS)
@Check('ck_room_seats', '"seats" >= 1 AND "seats" <= 2000')
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
  @InstantColumn({ nullable: true }) closedAt!: number | null;
}
