import { Check, Entity, PrimaryColumn } from 'typeorm';

export const PLACE_IN_LIST = '"status_list" > 0 AND "status_index" >= 0 AND "status_index" < 131072';

/**
 * A used status index: drawn at random, never reused, even if its certificate was not issued.
 */
@Entity('status_place')
@Check('ck_status_place_in_list', PLACE_IN_LIST)
export class StatusEntry {
  @PrimaryColumn({ type: 'integer' }) statusList!: number;
  @PrimaryColumn({ type: 'integer' }) statusIndex!: number;
}
