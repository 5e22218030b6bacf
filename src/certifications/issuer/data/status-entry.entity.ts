import { Check, Entity, PrimaryColumn } from 'typeorm';

export const PLACE_IN_LIST = '"status_list" > 0 AND "status_index" >= 0 AND "status_index" < 131072';

/**
 * A bit of a status list that was given away:
 * drawn at random, never given twice, whether its certificate was issued or not.
 */
@Entity('status_place')
@Check('ck_status_place_in_list', PLACE_IN_LIST)
export class StatusEntry {
  @PrimaryColumn({ type: 'integer' }) statusList!: number;
  @PrimaryColumn({ type: 'integer' }) statusIndex!: number;
}
