import { Check, Entity, Index } from 'typeorm';
import {
  ChoiceColumn,
  InstantColumn,
  OneOfCheck,
  PrimaryTextColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import { NUMBER_STATES, type NumberState, type VoidReason } from '../../core/index.js';

export const NUMBER_SETTLED = `("state" = 'reserved') = ("settled_at" IS NULL) AND ("state" = 'void') = ("reason" IS NOT NULL)`;

/** Index for the few numbers without a certificate. */
export const WITHOUT_CERTIFICATE = `"state" <> 'issued'`;

/** A drawn number and its outcome; explains every gap. */
@Entity('drawn_number')
@OneOfCheck('drawn_number', 'state', NUMBER_STATES)
@Check('ck_drawn_number_settled', NUMBER_SETTLED)
@Index('ux_drawn_number_scope_sequence', ['scope', 'sequence'], { unique: true })
@Index('ix_drawn_number_state', ['state'])
@Index('ix_drawn_number_scope_sequence', ['scope', 'sequence'], { where: WITHOUT_CERTIFICATE })
export class DrawnNumber {
  @PrimaryTextColumn(40) numberKey!: string;
  @TextColumn(60) number!: string;
  /** As in `number_sequence`. */
  @TextColumn(60) scope!: string;
  @WholeColumn() sequence!: number;
  @ChoiceColumn() state!: NumberState;
  @ChoiceColumn({ nullable: true }) reason!: VoidReason | null;
  @TextColumn(200) actorName!: string;
  @InstantColumn() drawnAt!: number;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
}
