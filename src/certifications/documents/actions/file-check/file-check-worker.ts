import { answerTasks } from '../../../../platform/workers/answer-tasks.js';
import { type AcademyIdentity, claimOf } from '../../credential/academy-claims.js';
import { checkFile, type CheckedFile } from '../../credential/checks/check-file.js';
import type { OwnKeys } from '../../credential/checks/check-keys.js';

/*
 * Runs in worker threads: it must import only cryptography and plain rules, not the application.
 */

export interface FileCheckTask {
  readonly bytes: Uint8Array;
  readonly keys: OwnKeys;
  readonly academy: AcademyIdentity;
}

/** A checked file, and how it claims to be the academy's, whoever signed it. */
export interface ExaminedFile extends CheckedFile {
  readonly claim: ReturnType<typeof claimOf>;
}

answerTasks<FileCheckTask, ExaminedFile>(async ({ bytes, keys, academy }) => {
  const checked = await checkFile(Buffer.from(bytes.buffer), keys);
  return {
    ...checked,
    claim: claimIn(checked, academy),
  };
});

/** Of a token, also what stands around the credential, which another reader shows; of a proof, also what it signs. */
function claimIn(
  { credential, statement, payload, issuerId }: CheckedFile,
  academy: AcademyIdentity,
): ExaminedFile['claim'] {
  const said = [credential, statement, payload].filter((one) => one !== null && one !== undefined);
  return said.map((one) => claimOf(one, issuerId ?? '', academy)).find((claim) => claim !== null) ?? null;
}
