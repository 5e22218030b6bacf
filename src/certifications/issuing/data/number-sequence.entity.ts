import { Entity } from 'typeorm';
import { PrimaryTextColumn, WholeColumn } from '../../../platform/index.js';

/** The next running number of one series. */
@Entity('number_sequence')
export class NumberSequence {
  /** Format of the numbers, `#` for the running digits. */
  @PrimaryTextColumn(60) scope!: string;
  @WholeColumn() next!: number;
}
