import { Injectable } from '@nestjs/common';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import { OwnRegisterWriter, ReportAlteredRecord, WatchRegister } from '../../binding/index.js';
import type { PublicKey } from '../../documents/index.js';
import { LogHasBeenChanged, type NoteKey } from '../../log/index.js';
import { type IssuerKeyRow, logKeysAmong, publicKey, type StoredKeys, storedIssuerKeys } from '../data/issuer-keys.js';

/**
 * All keys that the academy ever used, under any address: those that the register's state lists, as they were stored.
 * A key that somebody wrote into the database, or put back, vouches for nothing. If a listed key is gone or was altered
 * nobody is told anything by the others: every file that it signed would look like a forgery.
 */
@Injectable()
export class GenuineKeys {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly writer: OwnRegisterWriter,
    private readonly register: WatchRegister,
    private readonly report: ReportAlteredRecord,
  ) {
    this.query = reads.query;
  }

  /**
   * The oldest first.
   * @throws Busy if the register as a whole was changed: it is then unknown which keys are genuine
   * @throws LogHasBeenChanged if a key is gone or was altered
   */
  async rows(): Promise<IssuerKeyRow[]> {
    await this.register.demandSound();
    return whole(await this.stored());
  }

  /** Their public parts, for verification. @throws Busy, LogHasBeenChanged as `rows` */
  async publicKeys(): Promise<PublicKey[]> {
    return (await this.rows()).map(publicKey);
  }

  /** `null` if the register or one of its keys was changed. */
  async publicKeysIfWhole(): Promise<PublicKey[] | null> {
    if ((await this.register.execute()) !== null) return null;
    const stored = await this.stored();
    return stored?.lost.length === 0 ? stored.keys.map(publicKey) : null;
  }

  /** Within a transaction. @throws LogHasBeenChanged if a key is gone or was altered, or the state that lists them */
  async rowsWithin(query: QueryFunction): Promise<IssuerKeyRow[]> {
    return whole(await storedIssuerKeys(query, this.writer));
  }

  /** Within a transaction. @throws LogHasBeenChanged as `rowsWithin` */
  async publicKeysWithin(query: QueryFunction): Promise<PublicKey[]> {
    return (await this.rowsWithin(query)).map(publicKey);
  }

  /** Log keys, also within a transaction. @throws LogHasBeenChanged as `rowsWithin` */
  async logKeys(query: QueryFunction): Promise<readonly NoteKey[]> {
    return logKeysAmong(await this.rowsWithin(query));
  }

  /** Reports keys that are gone or were altered. */
  private async stored(): Promise<StoredKeys | null> {
    const stored = await storedIssuerKeys(this.query, this.writer);
    for (const { id, name } of stored?.lost ?? [])
      await this.report.execute({ subject: 'issuerKey', id, label: name, finding: 'a key is gone or was altered' });
    return stored;
  }
}

function whole(stored: StoredKeys | null): IssuerKeyRow[] {
  if (stored === null) throw new LogHasBeenChanged('the state that lists its keys is not what was stored last');
  const { keys, lost } = stored;
  if (lost.length === 0) return [...keys];
  throw new LogHasBeenChanged(
    `keys that it lists are gone or were altered: ${lost.map(({ name }) => name).join(', ')}`,
  );
}
