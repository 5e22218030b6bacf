import { BackupFault } from './backup-fault.js';
import { type BackupMade, type BackupRequest, makeBackup } from './make-backup.js';

/*
 * A process of its own for one backup: copying holds a thread for as long as it lasts, and a process can be ended at
 * any moment. It loads nothing of the product but this folder.
 */

/** `expected`: the fault has words for the operator. */
export type BackupAnswer = { readonly made: BackupMade } | { readonly fault: string; readonly expected: boolean };

process.once('message', (request: BackupRequest) => {
  makeBackup(request).then(
    (made) => answer({ made }),
    (fault: unknown) =>
      answer({ fault: fault instanceof Error ? fault.message : String(fault), expected: fault instanceof BackupFault }),
  );
});
// Whoever asked is gone.
process.once('disconnect', () => process.exit(0));

function answer(answer: BackupAnswer): void {
  process.send?.(answer, () => process.disconnect());
}
