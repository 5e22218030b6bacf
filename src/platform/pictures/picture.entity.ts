import { Entity } from 'typeorm';
import { BytesColumn, InstantColumn, PrimaryTextColumn, TextColumn, WholeColumn } from '../columns/columns.js';

/**
 * A picture that somebody sent, made anew from its points alone and kept by what it is:
 * the same picture is kept once, and never changes.
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
