import { Injectable } from '@nestjs/common';
import { BoundedCache } from '../bounded-cache.js';
import { Clock } from '../clock.js';
import type { Limit } from './throttle.js';

interface Window {
  readonly startedAt: number;
  readonly hits: number;
}

/** Windows kept at once. */
const MOST = 20_000;

/**
 * Counts requests in this process only and without writing: for public pages, where a row for each request would keep
 * the database's only writer busy. For limits that must hold across processes use `Throttle`.
 */
@Injectable()
export class MemoryThrottle {
  private readonly windows = new BoundedCache<Window>(MOST, () => 1);

  constructor(private readonly clock: Clock) {}

  /** Counts one attempt. Returns 0 if it is allowed, or the whole seconds to wait. */
  hit({ name, most, within }: Limit, who: string): number {
    const now = this.clock.now();
    const key = `${name}:${who}`;
    const last = this.windows.get(key);
    const window = last && last.startedAt + within > now ? last : { startedAt: now, hits: 0 };
    if (window.hits >= most) return Math.ceil((window.startedAt + within - now) / 1000);
    this.windows.set(key, { ...window, hits: window.hits + 1 });
    return 0;
  }
}
