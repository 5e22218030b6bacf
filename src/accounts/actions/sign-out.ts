import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork } from '../../platform/index.js';
import { WebSession } from '../data/web-session.entity.js';

@Injectable()
export class SignOut {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(actor: Actor, sessionId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      await tx.of(WebSession).delete({ fingerprint: sessionId });
      await tx.audit('account.signedOut', { type: 'account', id: actor.id ?? '', label: actor.email ?? actor.name });
    });
  }
}
