import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { Target } from '../data/target.entity.js';
import { trackCodes } from '../data/track-codes.js';
import type { ReportingRefusalCode } from '../domain/refusals.js';
import { mayBeTargets, type TargetChange, targetChanges, type TargetWish } from '../domain/targets.js';

@Injectable()
export class SetTargets {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Sets, changes and (if the amount is `null`) removes targets, all or none; others stay. Returns how many changed.
   */
  execute(
    actor: Actor,
    wishes: readonly TargetWish[],
  ): Promise<{ readonly changed: number } | Refused<ReportingRefusalCode>> {
    if (!may(actor, 'target.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const tracks = await trackCodes(tx.query);
      const reasons = mayBeTargets(
        wishes,
        tracks.map(({ id }) => id),
      );
      if (reasons.length > 0) return refused(...reasons);
      const changes = targetChanges(wishes, await tx.of(Target).find());
      for (const change of changes) await this.put(tx, change);
      if (changes.length === 0) {
        tx.withoutAudit('every target stands as it was');
        return { changed: 0 };
      }
      const codes = new Map(tracks.map(({ id, code }) => [id, code]));
      const years = [...new Set(changes.map(({ year }) => year))].sort();
      await tx.audit(
        'targets.set',
        { type: 'target', id: years.join(','), label: years.join('、') },
        {
          changes: changes.map(({ year, trackId, kind, before, amount }) => ({
            year,
            track: codes.get(trackId) ?? trackId,
            kind,
            before,
            after: amount,
          })),
        },
      );
      return { changed: changes.length };
    });
  }

  private async put(tx: Transaction, { year, trackId, kind, before, amount }: TargetChange): Promise<void> {
    const targets = tx.of(Target);
    if (amount === null) await targets.delete({ year, trackId, kind });
    else if (before === null) await targets.insert({ id: newId(), year, trackId, kind, amount });
    else await targets.update({ year, trackId, kind }, { amount });
  }
}
