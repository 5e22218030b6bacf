import { Entity } from 'typeorm';
import { InstantColumn, PrimaryTextColumn, TextColumn } from '../columns/columns.js';

/** Which process runs a recurring task now; another may take over once it has expired. */
@Entity('lease')
export class Lease {
  @PrimaryTextColumn(60) name!: string;
  @TextColumn(60) holder!: string;
  @InstantColumn() until!: number;
}
