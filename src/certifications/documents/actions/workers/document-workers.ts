import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { workerFile, WorkerPool } from '../../../../platform/index.js';
import type { Documents, Draft, DocumentKeys } from './documents.js';
import type { DocumentTask } from './document-worker.js';

const MOST_WORKERS = 4;
/** Milliseconds; documents take about 80, so a task this long is stuck. */
const TIMEOUT = 120_000;
/**
 * When run from source, as in tests, documents are made in the calling thread: a worker would load fonts and schemas
 * for each test.
 */
const FROM_SOURCE = import.meta.url.endsWith('.ts');

/** Makes documents in worker threads, one per core, so that requests are not blocked. */
@Injectable()
export class DocumentWorkers implements OnApplicationShutdown {
  /** Useful number of tasks to hand over at once. */
  readonly width = Math.min(MOST_WORKERS, Math.max(1, availableParallelism()));

  private readonly workers = new WorkerPool<DocumentTask, Documents>({
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
