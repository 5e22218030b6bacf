import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  Clock,
  found,
  NotAllowed,
  ReadDatabase,
  Refusal,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../../platform/index.js';
import { type Ed25519Jwk, KEY_MOVES } from '../../core/index.js';
import { LogKey, type MadeKey, readersTakeItsPurpose, readPkcs12 } from '../../documents/index.js';
import { signLogAnew } from '../../log/index.js';
import { IssuerKey } from '../data/issuer-key.entity.js';
import { allIssuerKeys, type IssuerKeyRow } from '../data/issuer-keys.js';
import type { IssuerRefusalCode } from '../domain/refusals.js';
import { IssuerKeys } from './issuer-keys.js';

type Changed =
  | {
      readonly keyId: string;
      /** Of an imported signer: whether PDF readers take its purpose. */ readonly trusted?: boolean;
    }
  | Refused<IssuerRefusalCode>;

/** Keys of the issuer change by being added; those before them stop signing and stay. */
@Injectable()
export class ChangeIssuerKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly keys: IssuerKeys,
    private readonly clock: Clock,
  ) {}

  /** A new key signs from now on; what the old one signed holds. */
  async rotate(actor: Actor, id: string): Promise<Changed> {
    allow(actor);
    const key = await this.known(id);
    const fresh = await this.keys.makeWithDependants(key.kind);
    return this.unitOfWork.run(actor, async (tx) => {
      const now = await tx.lock(IssuerKey, id);
      if (now?.state !== 'active' || now.did !== this.keys.did) return refused(refuse('keySignsNoLonger'));
      for (const key of fresh) await this.replace(tx, key);
      await tx.audit('issuerKey.rotated', subject(fresh[0]!), { keys: fresh.map(({ keyId }) => keyId) });
      return { keyId: fresh[0]!.keyId };
    });
  }

  /** The signer of papers that the academy was given by a certificate authority. */
  async import(actor: Actor, file: { readonly bytes: Uint8Array | null; readonly password: string }): Promise<Changed> {
    allow(actor);
    if (!file.bytes) return refused(refuse('pkcs12Missing', {}, 'file'));
    await this.keys.present();
    const read = await readPkcs12({ bytes: file.bytes, password: file.password }, this.clock.now());
    if (read instanceof Refusal) return refused(read);
    return this.unitOfWork.run(actor, async (tx) => {
      if (await tx.of(IssuerKey).existsBy({ did: this.keys.did, keyId: read.keyId }))
        return refused(refuse('pkcs12Known', {}, 'file'));
      await this.replace(tx, read);
      await tx.audit('issuerKey.imported', subject(read), { keys: [read.keyId] });
      return {
        keyId: read.keyId,
        trusted: 'certificatePem' in read.material && readersTakeItsPurpose(read.material.certificatePem),
      };
    });
  }

  /**
   * Somebody else may sign with it: it asserts nothing from now on, and another signs in its place. `note` is public.
   */
  async declareCompromised(actor: Actor, id: string, note: string): Promise<Changed> {
    allow(actor);
    const key = await this.known(id);
    const fresh =
      key.state === 'active' && key.did === this.keys.did ? await this.keys.makeWithDependants(key.kind) : [];
    return this.unitOfWork.run(actor, async (tx) => {
      const now = await tx.lock(IssuerKey, id);
      if (!now || !KEY_MOVES[now.state].includes('compromised')) return refused(refuse('keyCompromisedBefore', {}));
      for (const made of fresh) await this.replace(tx, made);
      await this.keys.change(tx, [id], () =>
        tx.of(IssuerKey).update(
          { id },
          {
            state: 'compromised',
            note,
            retiredAt: now.retiredAt ?? tx.now,
            compromisedAt: tx.now,
          },
        ),
      );
      await tx.audit(
        'issuerKey.compromised',
        { type: 'issuerKey', id: key.did, label: `${key.did}#${key.keyId}` },
        { reason: note, keys: fresh.map(({ keyId }) => keyId) },
      );
      return { keyId: key.keyId };
    });
  }

  private async known(id: string): Promise<IssuerKeyRow> {
    await this.keys.present();
    return found((await allIssuerKeys(this.reads.query)).find((one) => one.id === id));
  }

  private async replace(tx: Transaction, key: MadeKey): Promise<void> {
    const signing = { did: this.keys.did, kind: key.kind, state: 'active' } as const;
    const before = await tx.of(IssuerKey).findBy(signing);
    await this.keys.change(
      tx,
      before.map(({ id }) => id),
      () => tx.of(IssuerKey).update(signing, { state: 'retired', retiredAt: tx.now }),
    );
    await this.keys.store(tx, key);
    const signer = logKeyOf(key);
    if (signer) await signLogAnew(tx, signer);
  }
}

/** The log goes on from a head that the new key has signed. */
function logKeyOf({ kind, material, secret }: MadeKey): LogKey | null {
  return kind === 'log' && 'jwk' in material && 'd' in secret
    ? new LogKey(material.name ?? '', { ...(material.jwk as Ed25519Jwk), d: secret.d })
    : null;
}

function allow(actor: Actor): void {
  if (!may(actor, 'issuerKey.manage')) throw new NotAllowed();
}

function subject({ kind, keyId }: MadeKey): { type: string; id: string; label: string } {
  return { type: 'issuerKey', id: kind, label: keyId };
}
