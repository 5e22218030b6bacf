import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type Actor, UnitOfWork } from '../../platform/index.js';
import { WebSession } from '../data/web-session.entity.js';

/** Which of the own sessions end: one by its id, or all but the one that asks. */
export type SessionsToEnd = { readonly one: string } | { readonly allBut: string };

/** Signs own browsers out. */
@Injectable()
export class EndSessions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Returns how many were signed out; those of others never are. */
  execute(actor: Actor & { readonly id: string }, which: SessionsToEnd): Promise<number> {
    return this.unitOfWork.run(actor, async (tx) => {
      const fingerprint = 'one' in which ? which.one : Not(which.allBut);
      const { affected } = await tx.of(WebSession).delete({ accountId: actor.id, fingerprint });
      const count = affected ?? 0;
      if (count === 0) tx.withoutAudit('no such session: nothing changes');
      else
        await tx.audit(
          'account.signedOut',
          { type: 'account', id: actor.id, label: actor.email ?? actor.name },
          { count },
        );
      return count;
    });
  }
}
