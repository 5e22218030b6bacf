import { Injectable } from '@nestjs/common';
import { A_MINUTE, type Actor, BoundedCache, Clock, ReadDatabase, UnitOfWork } from '../../../platform/index.js';
import { ownCertificate } from '../../core/index.js';
import { type View, insertView } from '../data/views.js';

/** Milliseconds within which repeated views of the same visitor count as one. */
const ONE_LOOK = A_MINUTE;
const MOST_REMEMBERED = 10_000;

interface RecordedView {
  readonly at: number;
  readonly written: Promise<void>;
}

@Injectable()
export class RecordView {
  private readonly recorded = new BoundedCache<RecordedView>(MOST_REMEMBERED, () => 1);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a view in the access history, unless the holder views it.
   * @param visitor identifies the visitor, if given: repeated views are recorded once a minute, so that somebody with a
   *   link cannot keep the database's only writer busy
   */
  async execute(actor: Actor, view: View, visitor: string | null = null): Promise<void> {
    if (await ownCertificate(this.reads.query, view.certificateId, actor.id)) return;
    if (visitor === null) return this.write(actor, view);
    const now = this.clock.now();
    const key = JSON.stringify([view.certificateId, view.shareLinkId, view.way, view.client, visitor]);
    const earlier = this.recorded.get(key);
    if (earlier && earlier.at + ONE_LOOK > now) return earlier.written;
    const written = this.write(actor, view);
    this.recorded.set(key, { at: now, written });
    return written.catch((fault: unknown) => {
      this.recorded.set(key, { at: -Infinity, written });
      throw fault;
    });
  }

  private write(actor: Actor, view: View): Promise<void> {
    return this.unitOfWork.run(actor, (tx) => insertView(tx, view));
  }
}
