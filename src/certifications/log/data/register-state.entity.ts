import { Check, Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, TextColumn, WholeColumn } from '../../../platform/index.js';
import type { PlanState } from '../log/register-state.js';

/** The only row; locking it serializes changes of the register. */
export const REGISTER_STATE_ID = '00000000-0000-4000-8000-000000000184';
export const ONE_REGISTER_STATE = `"id" = '${REGISTER_STATE_ID}'`;

/** State of the register as a whole (see `log/register-state.ts`). */
@Entity('register_state')
@Check('ck_register_state_one', ONE_REGISTER_STATE)
export class RegisterStateRow {
  @IdColumn() id!: string;
  @WholeColumn() changes!: number;
  @WholeColumn() logSize!: number;
  @TextColumn(44) logRoot!: string;
  @JsonColumn() keys!: Record<string, string>;
  @WholeColumn() bindings!: number;
  @TextColumn(64) bindingSum!: string;
  /** `null`, like the epochs: stored before there were any. */
  @JsonColumn({ nullable: true }) plans!: Record<string, PlanState> | null;
  @JsonColumn({ nullable: true }) epochs!: string[] | null;
  /** `null`, like the time of the tags: not yet. */
  @InstantColumn({ nullable: true }) outcomesBoundAt!: number | null;
  @InstantColumn({ nullable: true }) tagsSummedAt!: number | null;
  @TextColumn(64) mac!: string;
}
