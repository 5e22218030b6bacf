import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Documents, Draft, PressKeys } from './documents.js';
import type { Delivery, Order } from './press-worker.js';

const MOST_WORKERS = 4;
/** A worker holds some hundred megabytes of fonts and schemas: it goes when nothing was asked of it for so long. */
const IDLE = 30_000;

interface Waiting extends Order {
  readonly done: (documents: Documents) => void;
  readonly failed: (fault: Error) => void;
}

/** Makes documents in worker threads, as many at once as there are cores, so that pages are answered meanwhile. */
@Injectable()
export class Press implements OnApplicationShutdown {
  private readonly queue: Waiting[] = [];
  private readonly idle: Hand[] = [];
  private readonly all = new Set<Hand>();

  /** How many are worth handing over at once. */
  readonly width = Math.min(MOST_WORKERS, Math.max(1, availableParallelism()));

  /** Never call it inside a unit of work. */
  make(draft: Draft, keys: PressKeys): Promise<Documents> {
    if (!WORKER) return inline(draft, keys);
    return new Promise<Documents>((done, failed) => {
      this.queue.push({ draft, keys, done, failed });
      this.hand();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    for (const { failed } of this.queue.splice(0)) failed(new Error('The press is closing'));
    await Promise.all([...this.all].map((one) => one.leave()));
  }

  private hand(): void {
    const next = this.queue.shift();
    if (!next) return;
    const hand = this.idle.pop() ?? this.hire();
    if (hand) hand.take(next);
    else this.queue.unshift(next);
  }

  private hire(): Hand | null {
    if (this.all.size >= this.width || !WORKER) return null;
    const hand: Hand = new Hand(WORKER, {
      free: () => { this.idle.push(hand); this.hand(); },
      gone: () => { this.all.delete(hand); const at = this.idle.indexOf(hand); if (at >= 0) this.idle.splice(at, 1); this.hand(); },
    });
    this.all.add(hand);
    return hand;
  }
}

/** Where the worker's code lies once it is compiled; run from its source (as tests do), the press works in the thread it is called in. */
const WORKER = import.meta.url.endsWith('.js') ? new URL('./press-worker.js', import.meta.url) : null;

async function inline(draft: Draft, keys: PressKeys): Promise<Documents> {
  const { makeDocuments } = await import('./documents.js');
  return makeDocuments(draft, keys);
}

interface Steward {
  readonly free: () => void;
  readonly gone: () => void;
}

/** One worker thread; it keeps the process alive only while it works. */
class Hand {
  private readonly worker: Worker;
  private order: Waiting | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(file: URL, private readonly steward: Steward) {
    this.worker = new Worker(file);
    this.worker.on('message', (delivery: Delivery) => this.delivered(delivery));
    this.worker.on('error', (fault) => this.lost(fault instanceof Error ? fault : new Error(String(fault))));
    this.worker.on('exit', () => this.lost(new Error('A worker of the press ended')));
  }

  take(order: Waiting): void {
    if (this.timer) clearTimeout(this.timer);
    this.order = order;
    this.worker.ref();
    this.worker.postMessage({ draft: order.draft, keys: order.keys } satisfies Order);
  }

  async leave(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.worker.terminate();
  }

  private delivered(delivery: Delivery): void {
    const { order } = this;
    this.order = null;
    this.worker.unref();
    this.timer = setTimeout(() => { this.steward.gone(); void this.leave(); }, IDLE);
    this.timer.unref();
    if ('documents' in delivery) order?.done(delivery.documents);
    else order?.failed(new Error(delivery.fault));
    this.steward.free();
  }

  private lost(fault: Error): void {
    this.order?.failed(fault);
    this.order = null;
    this.steward.gone();
  }
}
