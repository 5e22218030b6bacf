import { Entity } from 'typeorm';
import { PrimaryTextColumn, WholeColumn } from '../../../platform/index.js';

/** The next running number of one kind of certificate numbers. */
@Entity('number_sequence')
export class NumberSequence {
  /** What the numbers look like, `#` for the running digits. */
  @PrimaryTextColumn(60) scope!: string;
  @WholeColumn() next!: number;
}
