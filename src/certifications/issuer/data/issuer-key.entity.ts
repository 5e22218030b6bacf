import { Entity, Index } from 'typeorm';
import {
  BytesColumn,
  ChoiceColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  OneOfCheck,
  TextColumn,
} from '../../../platform/index.js';
import { KEY_KINDS, KEY_STATES, type KeyKind, type KeyState, type PublicMaterial } from '../../core/index.js';

export const SIGNS = `"state" = 'active'`;

/** A key of the issuer. Rotation adds rows; the database lets nobody delete one or change what it is. */
@Entity('issuer_key')
@OneOfCheck('issuer_key', 'kind', KEY_KINDS)
@OneOfCheck('issuer_key', 'state', KEY_STATES)
@Index('ux_issuer_key_did_key_id', ['did', 'keyId'], { unique: true })
@Index('ux_issuer_key_did_kind', ['did', 'kind'], { unique: true, where: SIGNS })
export class IssuerKey {
  @IdColumn() id!: string;
  /** The issuer it belongs to: the address of the academy may change, what was signed before does not. */
  @TextColumn(255) did!: string;
  @ChoiceColumn() kind!: KeyKind;
  /** What follows `#` in its name. */
  @TextColumn(80) keyId!: string;
  @JsonColumn() material!: PublicMaterial;
  /** The private part, readable with the master key alone. */
  @BytesColumn() sealedSecret!: Uint8Array;
  @ChoiceColumn() state!: KeyState;
  @InstantColumn() createdAt!: number;
  /** When it signed for the last time. */
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
  @InstantColumn({ nullable: true }) compromisedAt!: number | null;
  /** What the public reads about a compromised key. */
  @LongTextColumn({ nullable: true }) note!: string | null;
}
