import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork } from '../../../platform/index.js';
import { type EmailOutcome, type OneEmail, TouchBulletinEmail } from './touch-bulletin-email.js';

@Injectable()
export class RestoreBulletinEmail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly touch: TouchBulletinEmail,
  ) {}

  /** Discards the edit. @throws NotFound for an email that is not in the bulletin */
  execute(actor: Actor, mail: OneEmail): Promise<EmailOutcome> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, (tx) =>
      this.touch.execute(tx, mail, { act: 'restored', to: { subject: null, body: null } }),
    );
  }
}
