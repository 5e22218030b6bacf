import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { workerFile, WorkerPool } from '../../../../platform/index.js';
import type { NumberShape } from '../../domain/number-cells.js';
import type { ListAnswer, ListTask } from './list-worker.js';

const SETTINGS = {
  file: workerFile('list-worker', import.meta.url),
  mostWorkers: 2,
  mostWaiting: 20,
  mostWaitingOfOneKey: 4,
  longestWait: 20_000,
  /** The largest list allowed takes about two seconds on a small machine. */
  timeoutMs: 15_000,
  memoryMb: 256,
};

/** Reads employers' lists in worker threads: neither reading a table nor choosing its columns can block pages. */
@Injectable()
export class ListReader implements OnApplicationShutdown {
  private readonly workers = new WorkerPool<ListTask, ListAnswer>(SETTINGS);

  /** @param employerId its files are read one at a time */
  async read(file: Uint8Array, shapes: readonly NumberShape[], employerId: string): Promise<ListAnswer> {
    const bytes = Uint8Array.from(file);
    const outcome = await this.workers.run({ bytes, shapes }, [bytes.buffer], employerId);
    if (outcome.kind === 'done') return outcome.result;
    return { kind: 'noTable', fault: outcome.kind === 'busy' ? 'busy' : 'tooComplex' };
  }

  onApplicationShutdown(): Promise<void> {
    return this.workers.close();
  }
}
