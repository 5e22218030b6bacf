import { Injectable } from '@nestjs/common';
import { Entity } from 'typeorm';
import { SYSTEM } from '../actor.js';
import { UnitOfWork } from '../database/index.js';
import { InstantColumn, PrimaryTextColumn, WholeColumn } from '../columns/columns.js';
import { fingerprint } from '../ids.js';

/** How often something was tried in a span of time; kept in the database so that every process counts alike. */
@Entity('throttle')
export class ThrottleWindow {
  /** Fingerprint of what is counted: no address or email stands here in clear. */
  @PrimaryTextColumn(64) key!: string;
  @InstantColumn() startedAt!: number;
  @WholeColumn() hits!: number;
}

export interface Limit {
  /** What is limited, e.g. `sign-in`. */
  readonly name: string;
  readonly most: number;
  /** Milliseconds. */
  readonly within: number;
}

@Injectable()
export class Throttle {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Counts one try, or as many at once as `tries`.
   * Answers 0 when it may go on, else the whole seconds to wait; what may not go on is not counted.
   */
  async hit(limit: Limit, who: string, tries = 1): Promise<number> {
    const key = fingerprint(`${limit.name}:${who}`);
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('counting tries is upkeep');
      const windows = tx.of(ThrottleWindow);
      const fresh = { key, startedAt: tx.now, hits: tries };
      const window = await windows.findOneBy({ key });
      if (!window || window.startedAt + limit.within <= tx.now) {
        await windows.upsert(fresh, ['key']);
        return 0;
      }
      if (window.hits + tries <= limit.most) {
        await windows.increment({ key }, 'hits', tries);
        return 0;
      }
      return Math.ceil((window.startedAt + limit.within - tx.now) / 1000);
    });
  }

  /** Forgets the tries, after a success. */
  async forget(limit: Limit, who: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('counting tries is upkeep');
      await tx.of(ThrottleWindow).delete({ key: fingerprint(`${limit.name}:${who}`) });
    });
  }
}
