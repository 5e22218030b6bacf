import { answerTasks } from '../../../platform/workers/answer-tasks.js';
import { checkFile, type CheckedFile } from '../../credential/check-file.js';
import type { OwnKeys } from '../../credential/check-keys.js';

/*
 * This file runs in worker threads: it and all it imports is cryptography and plain rules, without the application.
 */

export interface FileCheckTask {
  readonly bytes: Uint8Array;
  readonly keys: OwnKeys;
}

answerTasks<FileCheckTask, CheckedFile>(({ bytes, keys }) => checkFile(Buffer.from(bytes.buffer), keys));
