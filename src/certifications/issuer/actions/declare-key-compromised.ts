import { Injectable } from '@nestjs/common';
import { type Actor, Busy, refuse, refused, UnitOfWork } from '../../../platform/index.js';
import { KEY_MOVES } from '../../core/index.js';
import { IssuerKey } from '../data/issuer-key.entity.js';
import { keyName } from '../data/issuer-keys.js';
import { demandMayManageKeys, type KeyChangeResult, findIssuerKey } from './issuer-key-change.js';
import { GenuineKeys } from './genuine-keys.js';
import { IssuerKeys } from './issuer-keys.js';
import { ReplaceIssuerKey } from './replace-issuer-key.js';

/** Seconds. */
const RETRY_AFTER = 1;

export interface CompromisedKey {
  readonly id: string;
  /** Why; public. */
  readonly note: string;
  /** For a root: the name on the page that its successor will carry. */
  readonly seenName?: string | null;
}

@Injectable()
export class DeclareKeyCompromised {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IssuerKeys,
    private readonly genuine: GenuineKeys,
    private readonly replace: ReplaceIssuerKey,
  ) {}

  /**
   * Declares that others may sign with the key: it loses its effect now, and a new key takes over.
   * @throws NotFound
   * @throws Busy if it began to sign again meanwhile: nothing would take over
   * @throws LogHasBeenChanged if keys were altered
   */
  async execute(actor: Actor, { id, note, seenName = null }: CompromisedKey): Promise<KeyChangeResult> {
    demandMayManageKeys(actor);
    const key = await findIssuerKey(this.keys, this.genuine, id);
    const fresh =
      key.state === 'active' && key.did === this.keys.did ? await this.keys.makeWithDependants(key.kind, seenName) : [];
    if (fresh === null) return refused(refuse('keyNameNotSeen', {}));
    return this.unitOfWork.run(actor, async (tx) => {
      const now = await tx.lock(IssuerKey, id);
      if (!now || !KEY_MOVES[now.state].includes('compromised')) return refused(refuse('keyCompromisedBefore', {}));
      // Retired meanwhile: another act has replaced it, perhaps together with its root.
      if (now.state === 'active' && now.did === this.keys.did && fresh.length === 0) throw new Busy(RETRY_AFTER);
      const stored = now.state === 'active' && fresh.length > 0 ? await this.replace.execute(tx, fresh) : [];
      await this.keys.change(tx, [id], (at) =>
        tx.of(IssuerKey).update(
          { id },
          {
            state: 'compromised',
            note,
            retiredAt: now.retiredAt ?? at,
            compromisedAt: at,
          },
        ),
      );
      await tx.audit(
        'issuerKey.compromised',
        { type: 'issuerKey', id: key.did, label: keyName(key) },
        { reason: note, keys: stored.map(({ keyId }) => keyId) },
      );
      return { keyId: key.keyId };
    });
  }
}
