import { Entity } from 'typeorm';
import { BytesColumn, InstantColumn, PrimaryTextColumn, TextColumn, WholeColumn } from '../columns/columns.js';

/**
 * An uploaded picture, redrawn from its pixels and stored by content: the same picture is stored once and never
 * changes.
 */
@Entity('picture')
export class StoredPicture {
  /** SHA-256 of the bytes, in hex. */
  @PrimaryTextColumn(64) sha256!: string;
  @TextColumn(20) type!: string;
  @BytesColumn() bytes!: Uint8Array;
  @WholeColumn() width!: number;
  @WholeColumn() height!: number;
  @InstantColumn() createdAt!: number;
}
