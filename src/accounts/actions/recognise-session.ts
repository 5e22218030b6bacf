import { Injectable } from '@nestjs/common';
import { Clock, fingerprint, ReadDatabase, type Recognition, type SignedIn } from '../../platform/index.js';
import { accountOfWebSession } from '../data/account-with-roles.js';

/** Tells the platform whose browser sends a request, by the token in its cookie. */
@Injectable()
export class RecogniseSession implements Recognition {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async recognise(token: string): Promise<SignedIn | null> {
    const sessionId = fingerprint(token);
    const actor = await accountOfWebSession(this.reads.query, sessionId, this.clock.now());
    return actor && { sessionId, actor };
  }
}
