import { Injectable } from '@nestjs/common';
import { Keys, type Transaction } from '../../../platform/index.js';
import { RegisterKey } from '../../binding/index.js';
import { decryptSecret, publicFits } from '../../documents/index.js';
import {
  allIssuerKeys,
  compromisedByAudit,
  type IssuerKeyRow,
  keyMacs,
  keyName,
  encryptedSecrets,
} from '../../issuer/index.js';
import { readRegister } from '../../log/index.js';

/**
 * Which keys that the register's state does not list are believed: `all`, those that are there; `opened`, those whose
 * private part the master key opens; or those that an operator names (`did#keyId`), whatever stands in the database.
 */
export type VouchedKeys = ReadonlySet<string> | 'opened' | 'all';

export interface KeysToBelieve {
  /** MACs for the register's state, by id. */
  readonly macs: Readonly<Record<string, string>>;
  /** Names of keys that are not accepted. */
  readonly left: readonly string[];
  /** Names of those that an operator has to name. */
  readonly unvouched: readonly string[];
}

/**
 * Decides which issuer keys a rebuilt register state lists. Keys that are already listed stay as they are, so that a
 * rolled-back row is not accepted.
 */
@Injectable()
export class FittingKeys {
  private readonly secret: string;

  constructor(
    private readonly key: RegisterKey,
    keys: Keys,
  ) {
    this.secret = keys.of('issuer keys');
  }

  /**
   * Of a key that stands there as compromised nothing is believed but that. Any other may have been put in, or may be
   * one that was declared compromised and of which all traces were removed.
   */
  async execute(tx: Transaction, vouched: VouchedKeys): Promise<KeysToBelieve> {
    const { query } = tx;
    const { state, fault } = await readRegister(query, this.key.bytes);
    const listed = state !== null && fault !== 'stateForged' ? state.keys : {};
    const secrets = await encryptedSecrets(query);
    const compromised = await compromisedByAudit(query);
    const rows = (await allIssuerKeys(query)).filter(({ id }) => listed[id] === undefined);
    const fits = rows.filter(
      (row) =>
        this.fits(row, secrets.get(row.id), vouched !== 'opened') &&
        (row.state === 'compromised' || !compromised.has(keyName(row))),
    );
    const believed = fits.filter(
      (row) => typeof vouched === 'string' || row.state === 'compromised' || vouched.has(keyName(row)),
    );
    return {
      macs: { ...listed, ...keyMacs(this.key.bytes, believed) },
      left: rows.filter((row) => !fits.includes(row)).map(keyName),
      unvouched: fits.filter((row) => !believed.includes(row)).map(keyName),
    };
  }

  private fits(row: IssuerKeyRow, encrypted: Buffer | undefined, alsoUnopened: boolean): boolean {
    const secret = this.open(row, encrypted);
    return secret === null ? alsoUnopened : publicFits(row.material, secret);
  }

  private open(row: IssuerKeyRow, encrypted: Buffer | undefined): ReturnType<typeof decryptSecret> | null {
    try {
      return decryptSecret(encrypted ?? Buffer.alloc(0), this.secret, keyName(row));
    } catch {
      return null;
    }
  }
}
