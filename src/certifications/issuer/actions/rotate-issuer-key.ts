import { Injectable } from '@nestjs/common';
import { type Actor, refuse, refused, UnitOfWork } from '../../../platform/index.js';
import { IssuerKey } from '../data/issuer-key.entity.js';
import { demandMayManageKeys, issuerKeySubject, type KeyChangeResult, findIssuerKey } from './issuer-key-change.js';
import { GenuineKeys } from './genuine-keys.js';
import { IssuerKeys } from './issuer-keys.js';
import { ReplaceIssuerKey } from './replace-issuer-key.js';

@Injectable()
export class RotateIssuerKey {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: IssuerKeys,
    private readonly genuine: GenuineKeys,
    private readonly replace: ReplaceIssuerKey,
  ) {}

  /**
   * A new key signs from now on; earlier signatures stay valid. `seenName`: for a root, the name on the page.
   * @throws NotFound
   */
  async execute(actor: Actor, id: string, seenName: string | null = null): Promise<KeyChangeResult> {
    demandMayManageKeys(actor);
    const key = await findIssuerKey(this.keys, this.genuine, id);
    const fresh = await this.keys.makeWithDependants(key.kind, seenName);
    if (fresh === null) return refused(refuse('keyNameNotSeen', {}));
    return this.unitOfWork.run(actor, async (tx) => {
      const now = await tx.lock(IssuerKey, id);
      if (now?.state !== 'active' || now.did !== this.keys.did) return refused(refuse('keySignsNoLonger'));
      const stored = await this.replace.execute(tx, fresh);
      await tx.audit('issuerKey.rotated', issuerKeySubject(fresh[0]!), { keys: stored.map(({ keyId }) => keyId) });
      return { keyId: fresh[0]!.keyId };
    });
  }
}
