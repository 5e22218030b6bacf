import { readFile } from 'node:fs/promises';
import { schema } from '../../db/schema.js';
import { type LogVerification, registerSeen, verifyKeysFrom, verifyLog } from '../certifications/index.js';
import { openReads, presentKeys, readConfig } from '../platform/index.js';
import { EXIT, type Terminal } from './terminal.js';

/**
 * Reads the certificate log again and compares it with all records that it refers to.
 * @param files checkpoints that were kept
 */
export async function verifyLogCommand(files: readonly string[], { env, print, complain }: Terminal): Promise<number> {
  const since = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const config = readConfig(env);
  const keys = presentKeys(config);
  const { reads, close } = await openReads(config, schema);
  try {
    const answer = await verifyLog(reads, since, keys && { ...verifyKeysFrom(keys), seen: registerSeen(config) });
    print(summary(answer, files));
    if (answer.missingTriggers.length > 0)
      complain(
        `Triggers that keep records from being changed are gone, altered or switched off: ${answer.missingTriggers.join(', ')}. Restore them from a new, empty database of this version (docs/log.md).`,
      );
    if (answer.faults.length === 0) return answer.missingTriggers.length === 0 ? EXIT.good : EXIT.faults;
    complain(
      `${answer.faults.length === 1 ? 'One thing is' : `${answer.faults.length} things are`} not as logged:\n${answer.faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    return EXIT.faults;
  } finally {
    await close();
  }
}

function summary(
  {
    origin,
    size,
    root,
    certificates,
    withoutDocuments,
    loggedLate,
    withoutKey,
    missingTriggers,
    faults,
  }: LogVerification,
  files: readonly string[],
): string {
  return [
    `Log          ${origin ?? 'not begun'}`,
    `Entries      ${size}`,
    `Root         ${root}`,
    `Certificates ${certificates}${withoutDocuments > 0 ? `, of which ${withoutDocuments} wait for their documents` : ''}`,
    ...(loggedLate > 0
      ? [
          `Logged late  ${loggedLate}, more than a week after the day that they say they were issued on, as what is older than the log`,
        ]
      : []),
    ...(withoutKey ? ['Master key   not here: what binds records, keys and receipts was not checked'] : []),
    ...(faults.length === 0 && missingTriggers.length === 0
      ? [...files.map((file) => `Continues    ${file}`), 'All agrees.']
      : []),
  ].join('\n');
}
