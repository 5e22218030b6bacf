import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BackupFault } from './backup-fault.js';
import type { BackupAnswer } from './backup-process.js';
import { type NewBackup, type BackupRequest, makeBackup } from './make-backup.js';

/** The compiled program. Tests that run from the sources make backups in their own process. */
const PROGRAM = import.meta.url.endsWith('.js') ? fileURLToPath(new URL('./backup-process.js', import.meta.url)) : null;

/** Makes a backup in a process of its own, which is killed when `signal` is aborted. */
export function startBackup(request: BackupRequest, signal?: AbortSignal): Promise<NewBackup> {
  if (PROGRAM === null) return makeBackup(request);
  const child = fork(PROGRAM, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    ...(signal ? { signal, killSignal: 'SIGKILL' } : {}),
  });
  return new Promise((resolve, reject) => {
    child.on('message', (answer: BackupAnswer) => {
      if ('made' in answer) resolve(answer.made);
      else reject(answer.expected ? new BackupFault(answer.fault) : new Error(answer.fault));
    });
    // A killed process reports an error first; its leftovers can be removed only once it has exited.
    child.on('error', (fault) => {
      if (!signal?.aborted) reject(fault);
    });
    child.on('exit', (code, killedBy) =>
      reject(new BackupFault(`The process that made the backup ended (${killedBy ?? code}).`)),
    );
    child.send(request);
  });
}
