import { Injectable } from '@nestjs/common';
import { A_MINUTE, type Actor, BoundedCache, Clock, ReadDatabase, UnitOfWork } from '../../../platform/index.js';
import { ownCertificate } from '../../core/index.js';
import { type Look, recordLook } from '../data/views.js';

/** Milliseconds within which the same visitor who opens the same thing again looks once. */
const ONE_LOOK = A_MINUTE;
const MOST_REMEMBERED = 10_000;

interface Recorded {
  readonly at: number;
  readonly written: Promise<void>;
}

@Injectable()
export class RecordLook {
  private readonly recorded = new BoundedCache<Recorded>(MOST_REMEMBERED, () => 1);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a look into the holder's register, unless it is the holder who looks.
   * @param visitor what tells who looks and at what from others, if given:
   * somebody who opens it over and over is written
   *   once a minute, so that a stranger with a link cannot keep the one writer of the database busy
   */
  async execute(actor: Actor, look: Look, visitor: string | null = null): Promise<void> {
    if (await ownCertificate(this.reads.query, look.certificateId, actor.id)) return;
    if (visitor === null) return this.write(actor, look);
    const now = this.clock.now();
    const key = JSON.stringify([look.certificateId, look.shareLinkId, look.way, look.client, visitor]);
    const known = this.recorded.get(key);
    if (known && known.at + ONE_LOOK > now) return known.written;
    const written = this.write(actor, look);
    this.recorded.set(key, { at: now, written });
    return written.catch((fault: unknown) => {
      this.recorded.set(key, { at: -Infinity, written });
      throw fault;
    });
  }

  private write(actor: Actor, look: Look): Promise<void> {
    return this.unitOfWork.run(actor, (tx) => recordLook(tx, look));
  }
}
