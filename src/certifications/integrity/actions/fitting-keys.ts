import { Injectable } from '@nestjs/common';
import { Keys, type Transaction } from '../../../platform/index.js';
import { RegisterKey } from '../../binding/index.js';
import { decryptSecret, publicFits } from '../../documents/index.js';
import { allIssuerKeys, compromisedByAudit, type IssuerKeyRow, keyMacs, encryptedSecrets } from '../../issuer/index.js';
import { readRegister } from '../../log/index.js';

export type UnopenedKeys = 'believe' | 'leave';

export interface KeysToBelieve {
  /** MACs for the register's state, by id. */
  readonly macs: Readonly<Record<string, string>>;
  /** Names of keys that are not accepted. */
  readonly left: readonly string[];
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
   * @param unopened whether to accept a key encrypted with another master key: only an operator can decide
   */
  async execute(tx: Transaction, unopened: UnopenedKeys): Promise<KeysToBelieve> {
    const { query } = tx;
    const { state, fault } = await readRegister(query, this.key.bytes);
    const listed = state !== null && fault !== 'stateForged' ? state.keys : {};
    const secrets = await encryptedSecrets(query);
    const compromised = await compromisedByAudit(query);
    const rows = (await allIssuerKeys(query)).filter(({ id }) => listed[id] === undefined);
    const fits = rows.filter(
      (row) =>
        this.fits(row, secrets.get(row.id), unopened) && (row.state === 'compromised' || !compromised.has(nameOf(row))),
    );
    return {
      macs: { ...listed, ...keyMacs(this.key.bytes, fits) },
      left: rows.filter((row) => !fits.includes(row)).map(nameOf),
    };
  }

  private fits(row: IssuerKeyRow, encrypted: Buffer | undefined, unopened: UnopenedKeys): boolean {
    const secret = this.open(row, encrypted);
    return secret === null ? unopened === 'believe' : publicFits(row.material, secret);
  }

  private open(row: IssuerKeyRow, encrypted: Buffer | undefined): ReturnType<typeof decryptSecret> | null {
    try {
      return decryptSecret(encrypted ?? Buffer.alloc(0), this.secret, nameOf(row));
    } catch {
      return null;
    }
  }
}

const nameOf = ({ did, keyId }: IssuerKeyRow): string => `${did}#${keyId}`;
