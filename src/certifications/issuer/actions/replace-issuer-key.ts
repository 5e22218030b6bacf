import { X509Certificate } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Busy, type Transaction } from '../../../platform/index.js';
import { OwnRegisterWriter } from '../../binding/index.js';
import type { Ed25519Jwk } from '../../core/index.js';
import { LogKey, type MadeKey, ownKeysFrom, signerStanding } from '../../documents/index.js';
import { lockRegister, resignLog } from '../../log/index.js';
import { IssuerKey } from '../data/issuer-key.entity.js';
import { signingKeys } from '../data/issuer-keys.js';
import { GenuineKeys } from './genuine-keys.js';
import { IssuerKeys } from './issuer-keys.js';
import { signsUnderOwnRoot } from './own-signer.js';

/** Seconds. */
const RETRY_AFTER = 1;

@Injectable()
export class ReplaceIssuerKey {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly genuine: GenuineKeys,
    private readonly writer: OwnRegisterWriter,
  ) {}

  /**
   * Stores new signing keys and retires the previous ones of their kinds. A signer that was made together with a new
   * root is stored only where the previous signer was the old root's: an imported one goes on signing.
   * @param fresh a key and those that depend on it (`IssuerKeys.makeWithDependants`)
   * @returns what was stored
   * @throws Busy if the certificate of a new signer, or its key, has been declared compromised meanwhile, or if it is
   * unknown which keys sign
   * @throws LogHasBeenChanged as `lockRegister`
   */
  async execute(tx: Transaction, fresh: readonly MadeKey[]): Promise<readonly MadeKey[]> {
    const [key, ...dependants] = fresh;
    // From here on nobody else replaces keys.
    await lockRegister(tx, this.writer);
    const { keys: standing, boundKeys, isWhole } = await signingKeys(tx.query, this.keys.did, this.writer);
    // The state was not readable as a genuine one, or a key was not: so it is unknown whose signer signs.
    if (boundKeys === '' || !isWhole) throw new Busy(RETRY_AFTER);
    const stored = [key!, ...(signsUnderOwnRoot(standing) ? dependants : [])];
    for (const one of stored) await this.replace(tx, one);
    return stored;
  }

  /** Whether others may sign with the key of this certificate, or with that of its issuer. */
  async isCompromised(tx: Transaction, { material }: MadeKey): Promise<boolean> {
    if (!('certificatePem' in material)) return false;
    const known = ownKeysFrom(await this.genuine.publicKeysWithin(tx.query));
    return signerStanding(new X509Certificate(material.certificatePem), known) === 'compromised';
  }

  private async replace(tx: Transaction, key: MadeKey): Promise<void> {
    const signing = { did: this.keys.did, kind: key.kind, state: 'active' } as const;
    const before = await tx.of(IssuerKey).findBy(signing);
    await this.keys.change(
      tx,
      before.map(({ id }) => id),
      (at) => tx.of(IssuerKey).update(signing, { state: 'retired', retiredAt: at }),
    );
    // Only now does nobody else change keys.
    if (await this.isCompromised(tx, key)) throw new Busy(RETRY_AFTER);
    await this.keys.store(tx, key);
    const signer = logKeyOf(key);
    if (signer) await resignLog(tx, { signer, keys: this.keys, register: this.writer });
  }
}

/** Signs the log's head with the new key. */
function logKeyOf({ kind, material, secret }: MadeKey): LogKey | null {
  return kind === 'log' && 'jwk' in material && 'd' in secret
    ? new LogKey(material.name ?? '', { ...(material.jwk as Ed25519Jwk), d: secret.d })
    : null;
}
