import { Injectable } from '@nestjs/common';
import { createHmac, randomInt } from 'node:crypto';
import { Keys, type Transaction } from '../../../platform/index.js';
import { RecoveryCode } from '../../data/second-factor/recovery-code.entity.js';
import { removeRecoveryCodes } from '../../data/second-factor/remove-factors.js';
import { RECOVERY_CODES, RECOVERY_LENGTH, RECOVERY_LETTERS } from '../../domain/recovery-codes.js';

/** Makes recovery codes and hashes them with a key, so that a copy of the database is not enough to guess them. */
@Injectable()
export class RecoveryCodes {
  private readonly key: Buffer;

  constructor(keys: Keys) {
    this.key = Buffer.from(keys.of('recovery codes'), 'hex');
  }

  /** Replaces the codes of an account, which is locked by the caller. Only the result contains them. */
  async renew(tx: Transaction, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, randomCode);
    await removeRecoveryCodes(tx, accountId);
    const rows = codes.map((code) => ({ accountId, mac: this.macOf(accountId, code), usedAt: null }));
    await tx.insertEach(RecoveryCode, rows);
    return codes;
  }

  macOf(accountId: string, code: string): string {
    return createHmac('sha256', this.key).update(`${accountId} ${code}`).digest('hex');
  }
}

function randomCode(): string {
  return Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)]).join('');
}
