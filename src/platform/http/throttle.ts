import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
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

/** What an attempt counts against. */
export interface Count {
  readonly limit: Limit;
  /** Who or what is counted, such as a network or an account. */
  readonly who: string;
}

@Injectable()
export class Throttle {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Counts one attempt, or `tries` at once. Returns 0 if it is allowed, or the whole seconds to wait; a refused attempt
   * is not counted.
   */
  async hit(limit: Limit, who: string, tries = 1): Promise<number> {
    const { most, within } = limit;
    const key = fingerprint(`${limit.name}:${who}`);
    return this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('counting tries is upkeep');
      const over = sql`throttle.started_at <= ${tx.now - within}`;
      // One statement judges and counts, so that tries at the same moment wait for each other's count.
      const counted = await tx.query(sql`
        INSERT INTO throttle (key, started_at, hits) VALUES (${key}, ${tx.now}, ${tries})
        ON CONFLICT (key) DO UPDATE SET
          started_at = CASE WHEN ${over} THEN excluded.started_at ELSE throttle.started_at END,
          hits = CASE WHEN ${over} THEN excluded.hits ELSE throttle.hits + excluded.hits END
        WHERE ${over} OR throttle.hits + excluded.hits <= ${most}
        RETURNING key`);
      if (counted.length > 0) return 0;
      const window = await tx.of(ThrottleWindow).findOneBy({ key });
      return window ? Math.max(1, Math.ceil((window.startedAt + within - tx.now) / 1000)) : 1;
    });
  }

  /**
   * Counts one attempt under each limit, in this order, up to the first that refuses it: what is refused there is not
   * counted further on. Returns 0 or the seconds to wait.
   */
  async hitEach(counts: readonly Count[]): Promise<number> {
    for (const { limit, who } of counts) {
      const wait = await this.hit(limit, who);
      if (wait > 0) return wait;
    }
    return 0;
  }

  /** Takes back one attempt, where only failures count, or as many as were counted at once. */
  async giveBack({ limit, who }: Count, tries = 1): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('counting tries is upkeep');
      const key = fingerprint(`${limit.name}:${who}`);
      await tx.query(sql`UPDATE throttle SET hits = hits - ${tries} WHERE key = ${key} AND hits >= ${tries}`);
    });
  }

  /** Resets the count, after a success. */
  async forget({ limit, who }: Count): Promise<void> {
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('counting tries is upkeep');
      await tx.of(ThrottleWindow).delete({ key: fingerprint(`${limit.name}:${who}`) });
    });
  }
}
