import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { workerFile, WorkerPool } from '../../../../platform/index.js';
import type { Documents, Draft, DocumentKeys } from './documents.js';
import type { PressTask } from './document-worker.js';

const MOST_WORKERS = 4;
/** Milliseconds: documents take some 80, so one that takes this long never ends. */
const TIMEOUT = 120_000;
/**
 * Run from its source, as tests do, it makes documents in the thread that asks:
 * a worker would load fonts and schemas for each test.
 */
const FROM_SOURCE = import.meta.url.endsWith('.ts');

/** Makes documents in worker threads, as many at once as there are cores, so that pages are answered meanwhile. */
@Injectable()
export class DocumentWorkers implements OnApplicationShutdown {
  /** How many are worth handing over at once. */
  readonly width = Math.min(MOST_WORKERS, Math.max(1, availableParallelism()));

  private readonly workers = new WorkerPool<PressTask, Documents>({
    file: workerFile('document-worker', import.meta.url),
    mostWorkers: this.width,
    mostWaiting: Infinity,
    longestWait: null,
    timeoutMs: TIMEOUT,
    memoryMb: null,
  });

  /** Never call it inside a unit of work. @throws Error where they cannot be made */
  async make(draft: Draft, keys: DocumentKeys): Promise<Documents> {
    if (FROM_SOURCE) return inline(draft, keys);
    const outcome = await this.workers.run({ draft, keys });
    if (outcome.kind !== 'done')
      throw new Error(`The documents of ${draft.facts.number} could not be made: ${outcome.kind}`);
    return outcome.result;
  }

  onApplicationShutdown(): Promise<void> {
    return this.workers.close();
  }
}

async function inline(draft: Draft, keys: DocumentKeys): Promise<Documents> {
  const { makeDocuments } = await import('./documents.js');
  return makeDocuments(draft, keys);
}
