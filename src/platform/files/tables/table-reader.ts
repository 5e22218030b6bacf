import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { workerFile, WorkerPool } from '../../workers/index.js';
import type { TableFault, TableRead, TableReading } from './table.js';
import type { TableTask } from './table-worker.js';

const SETTINGS = {
  file: workerFile('table-worker', import.meta.url),
  mostWorkers: 2,
  mostWaiting: 20,
  mostWaitingOfOneKey: 4,
  longestWait: 20_000,
  /** The largest table allowed takes about a second on a small machine. */
  timeoutMs: 15_000,
  memoryMb: 256,
};

/** Reads uploaded tables in worker threads, so that no file can block pages. */
@Injectable()
export class TableReader implements OnApplicationShutdown {
  private readonly workers = new WorkerPool<TableTask, TableRead | TableFault>(SETTINGS);

  /**
   * @param file bytes in any encoding, or text that was read before
   * @param sender id of the account or employer that sent it: one sender's files are read one at a time
   */
  async read(file: Uint8Array | string, reading: TableReading, sender: string | null): Promise<TableRead | TableFault> {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(withMark(file)) : Uint8Array.from(file);
    const outcome = await this.workers.run({ bytes, reading }, [bytes.buffer], sender);
    if (outcome.kind === 'done') return outcome.result;
    return outcome.kind === 'busy' ? 'busy' : 'tooComplex';
  }

  onApplicationShutdown(): Promise<void> {
    return this.workers.close();
  }
}

/** The mark says that it is UTF-8: nothing needs to be guessed again. */
const withMark = (text: string): string => `\uFEFF${text.replace(/^\uFEFF/, '')}`;
