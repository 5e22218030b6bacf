import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { OwnRegisterWriter } from '../../binding/index.js';
import type { Ed25519Jwk } from '../../core/index.js';
import { LogKey, type MadeKey } from '../../documents/index.js';
import { resignLog } from '../../log/index.js';
import { IssuerKey } from '../data/issuer-key.entity.js';
import { IssuerKeys } from './issuer-keys.js';

@Injectable()
export class ReplaceIssuerKey {
  constructor(
    private readonly keys: IssuerKeys,
    private readonly writer: OwnRegisterWriter,
  ) {}

  /** Stores a new signing key and retires the previous one of its kind. */
  async execute(tx: Transaction, key: MadeKey): Promise<void> {
    const signing = { did: this.keys.did, kind: key.kind, state: 'active' } as const;
    const before = await tx.of(IssuerKey).findBy(signing);
    await this.keys.change(
      tx,
      before.map(({ id }) => id),
      (at) => tx.of(IssuerKey).update(signing, { state: 'retired', retiredAt: at }),
    );
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
