import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { schema } from '../db/schema.js';
import { type LogVerified, NoCheckpoint, verifyLog } from './certifications/index.js';
import { BadSetting, openReads, readConfig } from './platform/index.js';

const USAGE = `Usage: npm run academy -- <command>

  verify-log [--since <file>]...   Reads the certificate log again from its first entry and compares it with its tiles,
                                   its signature and every certificate. --since: a checkpoint that was kept earlier;
                                   the log must be a continuation of it.

Ends with 0 where all agrees, 1 where something was tampered with, 2 where it could not be checked.
DATA_DIR or DATABASE_URL say which academy, as for npm start. It only reads, also beside a running server.`;

const AGREES = 0;
const TAMPERED = 1;
const NOT_CHECKED = 2;

export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** What an operator may ask beside the running academy. Answers the exit code. */
export async function commandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { since: { type: 'string', multiple: true }, help: { type: 'boolean' } } });
    if (values.help) {
      terminal.print(USAGE);
      return AGREES;
    }
    if (positionals.join(' ') !== 'verify-log') throw new BadSetting(USAGE);
    return await verified(values.since ?? [], terminal);
  } catch (fault) {
    terminal.complain(asksForHelp(fault) ? `${(fault as Error).message}\n\n${USAGE}` : wordsOf(fault));
    return NOT_CHECKED;
  }
}

async function verified(files: readonly string[], { env, print, complain }: Terminal): Promise<number> {
  const since = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const { reads, close } = await openReads(readConfig(env), schema);
  try {
    const answer = await verifyLog((query) => reads.all(query), since);
    print(summary(answer, files));
    if (answer.faults.length === 0) return AGREES;
    complain(`${answer.faults.length === 1 ? 'One thing is' : `${answer.faults.length} things are`} not as logged:\n${answer.faults.map((fault) => `  - ${fault}`).join('\n')}`);
    return TAMPERED;
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

function asksForHelp(fault: unknown): boolean {
  return String((fault as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');
}

function wordsOf(fault: unknown): string {
  if (fault instanceof BadSetting || fault instanceof NoCheckpoint) return fault.message;
  const { message, code, path } = fault as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no such file: ${path ?? message}`;
  return `It could not be checked: ${message}`;
}
