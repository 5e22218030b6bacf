import { Injectable } from '@nestjs/common';
import { Entity } from 'typeorm';
import { SYSTEM } from '../actor.js';
import { UnitOfWork } from '../database/index.js';
import { InstantColumn, PrimaryTextColumn, WholeColumn } from '../columns/columns.js';
import { fingerprint } from '../ids.js';

/** How often something was attempted in a span of time; stored in the database so that it holds across processes. */
@Entity('throttle')
export class ThrottleWindow {
  /** Fingerprint of what is counted, so that no address or email is stored in clear text. */
  @PrimaryTextColumn(64) key!: string;
  @InstantColumn() startedAt!: number;
  @WholeColumn() hits!: number;
}

export interface Limit {
  /** What is limited, such as `sign-in`. */
  readonly name: string;
  readonly most: number;
  /** Milliseconds. */
  readonly within: number;
}

@Injectable()
export class Throttle {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Counts one attempt, or `tries` at once. Returns 0 if it is allowed, or the whole seconds to wait; a refused attempt
   * is not counted.
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

  /** Resets the count, after a success. */
  async forget(limit: Limit, who: string): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('counting tries is upkeep');
      await tx.of(ThrottleWindow).delete({ key: fingerprint(`${limit.name}:${who}`) });
    });
  }
}
