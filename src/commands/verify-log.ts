import { readFile } from 'node:fs/promises';
import { schema } from '../../db/schema.js';
import { type LogVerified, verifyLog } from '../certifications/index.js';
import { openReads, readConfig } from '../platform/index.js';
import { EXIT, type Terminal } from './terminal.js';

/** Reads the certificate log again and compares it with everything that it speaks of. @param files checkpoints that were kept */
export async function verifyLogCommand(files: readonly string[], { env, print, complain }: Terminal): Promise<number> {
  const since = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const { reads, close } = await openReads(readConfig(env), schema);
  try {
    const answer = await verifyLog((query) => reads.all(query), since);
    print(summary(answer, files));
    if (answer.faults.length === 0) return EXIT.good;
    complain(`${answer.faults.length === 1 ? 'One thing is' : `${answer.faults.length} things are`} not as logged:\n${answer.faults.map((fault) => `  - ${fault}`).join('\n')}`);
    return EXIT.faults;
  } finally {
    await close();
  }
}

function summary({ origin, size, root, certificates, unsealed, faults }: LogVerified, files: readonly string[]): string {
  return [
    `Log          ${origin ?? 'not begun'}`,
    `Entries      ${size}`,
    `Root         ${root}`,
    `Certificates ${certificates}${unsealed > 0 ? `, of which ${unsealed} wait to be sealed and logged` : ''}`,
    ...(faults.length === 0 ? [...files.map((file) => `Continues    ${file}`), 'All agrees.'] : []),
  ].join('\n');
}
