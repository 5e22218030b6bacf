import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { TooMany, workerFile, WorkerPool } from '../../../../platform/index.js';
import { unknown } from '../../../core/index.js';
import { formOf } from '../../credential/checks/check-file.js';
import type { ExaminedFile, FileCheckTask } from './file-check-worker.js';

const SETTINGS = {
  file: workerFile('file-check-worker', import.meta.url),
  mostWorkers: 2,
  /** A whole classroom may send from one address at once; where more wait, its files go first. */
  mostWaiting: 40,
  longestWait: 30_000,
  /** A certificate of the academy takes about 50 ms. */
  timeoutMs: 8_000,
  memoryMb: 256,
};
/** Seconds to wait when every worker is busy. */
const RETRY = 10;

/** Checks untrusted files in worker threads, so that no file can block requests. */
@Injectable()
export class FileChecker implements OnApplicationShutdown {
  private readonly workers = new WorkerPool<FileCheckTask, ExaminedFile>(SETTINGS);

  /**
   * A file that takes too much time or memory "could not be checked".
   * @param sender id of the account, or else the network, that sent it: one sender's files are checked one at a time.
   *   `null` for the academy's own files
   * @throws TooMany while too many files wait
   */
  async execute(file: Buffer, beside: Omit<FileCheckTask, 'bytes'>, sender: string | null): Promise<ExaminedFile> {
    const bytes = Uint8Array.from(file);
    const outcome = await this.workers.run({ bytes, ...beside }, [bytes.buffer], sender);
    if (outcome.kind === 'done') return outcome.result;
    if (outcome.kind === 'busy') throw new TooMany(RETRY);
    return {
      form: formOf(file),
      checks: [unknown('format', 'fileTooDeep')],
      credential: null,
      issuerId: null,
      ours: false,
      claim: null,
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.workers.close();
  }
}
