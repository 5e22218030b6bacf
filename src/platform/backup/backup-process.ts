import { BackupFault } from './backup-fault.js';
import { type NewBackup, type BackupRequest, makeBackup } from './make-backup.js';

/*
 * Each backup runs in its own process: copying blocks its thread until it ends, and a process can be killed at any
 * time. It imports nothing of the product but this folder.
 */

/** `expected`: a `BackupFault`, whose message is meant for the operator. */
export type BackupAnswer = { readonly made: NewBackup } | { readonly fault: string; readonly expected: boolean };

process.once('message', (request: BackupRequest) => {
  makeBackup(request).then(
    (made) => answer({ made }),
    (fault: unknown) =>
      answer({ fault: fault instanceof Error ? fault.message : String(fault), expected: fault instanceof BackupFault }),
  );
});
// The parent process has ended.
process.once('disconnect', () => process.exit(0));

function answer(answer: BackupAnswer): void {
  process.send?.(answer, () => process.disconnect());
}
