import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn, WholeColumn } from '../../platform/index.js';

/** A subject area, such as cloud computing or service outsourcing. */
@Entity('track')
@Index('ux_track_code', ['code'], { unique: true })
export class Track {
  @IdColumn() id!: string;
  @TextColumn(40) code!: string;
  @TextColumn(100) nameZh!: string;
  @TextColumn(100) nameEn!: string;
  @TextColumn(500) summaryZh!: string;
  @TextColumn(500) summaryEn!: string;
  /** Sort order, ascending. */
  @WholeColumn() position!: number;
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
