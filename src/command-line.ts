import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { schema } from '../db/schema.js';
import { createApp } from './app.js';
import { BindRegister, type LogVerified, NoCheckpoint, verifyKeysFrom, verifyLog } from './certifications/index.js';
import { BadSetting, Keys, makeLogger, openReads, readConfig } from './platform/index.js';

const USAGE = `Usage: npm run academy -- <command>

  verify-log [--since <file>]...   Reads the certificate log again from its first entry and compares it with its tiles,
                                   its signature and every certificate. --since: a checkpoint that was kept earlier;
                                   the log must be a continuation of it.

  bind-register              Binds the records of the register with the present master key: after it was changed, or where the mark
                             of the upgrade was lost. Run verify-log before it. It writes.

Where the master key is at hand (DATA_DIR/keys or MASTER_KEY), it also tells what was written into the database by
another program. Ends with 0 where all agrees, 1 where something was tampered with, 2 where it could not be checked.
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
    if (positionals.join(' ') === 'bind-register') return await bindRegisterCommand(terminal);
    if (positionals.join(' ') !== 'verify-log') throw new BadSetting(USAGE);
    return await verified(values.since ?? [], terminal);
  } catch (fault) {
    terminal.complain(asksForHelp(fault) ? `${(fault as Error).message}\n\n${USAGE}` : wordsOf(fault));
    return NOT_CHECKED;
  }
}

/** Binds what is not bound with the present master key. Answers the exit code: 1 where some does not agree with the log and stays unbound. */
async function bindRegisterCommand({ env, print }: Terminal): Promise<number> {
  const config = readConfig(env);
  const app = await createApp({ config, logger: makeLogger({ ...config, logLevel: 'silent' }) });
  try {
    const { count, withoutDocuments, left } = await app.get(BindRegister).execute();
    print(`Bound        ${count}${withoutDocuments.length > 0 ? `, of which without documents so far: ${withoutDocuments.join(', ')}` : ''}`);
    if (left.length > 0) print(`Not bound    ${left.join(', ')}: they do not agree with the log, or no act has issued them.`);
    return left.length > 0 ? 1 : 0;
  } finally {
    await app.close();
  }
}

async function verified(files: readonly string[], { env, print, complain }: Terminal): Promise<number> {
  const since = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
  const config = readConfig(env);
  const keys = Keys.present(config);
  const { reads, close } = await openReads(config, schema);
  try {
    const answer = await verifyLog((query) => reads.all(query), since, keys && verifyKeysFrom(keys));
    print(summary(answer, files));
    if (answer.faults.length === 0) return AGREES;
    complain(`${answer.faults.length === 1 ? 'One thing is' : `${answer.faults.length} things are`} not as logged:\n${answer.faults.map((fault) => `  - ${fault}`).join('\n')}`);
    return TAMPERED;
  } finally {
    await close();
  }
}

function summary({ origin, size, root, certificates, unsealed, loggedLate, withoutKey, faults }: LogVerified, files: readonly string[]): string {
  return [
    `Log          ${origin ?? 'not begun'}`,
    `Entries      ${size}`,
    `Root         ${root}`,
    `Certificates ${certificates}${unsealed > 0 ? `, of which ${unsealed} wait to be sealed and logged` : ''}`,
    ...(loggedLate > 0 ? [`Logged late  ${loggedLate}, more than a week after the day that they say they were issued on, as what is older than the log`] : []),
    ...(withoutKey ? ['Master key   not here: what binds records, keys and receipts was not checked'] : []),
    ...(faults.length === 0 ? [...files.map((file) => `Continues    ${file}`), 'All agrees.'] : []),
  ].join('\n');
}

function asksForHelp(fault: unknown): boolean {
  return String((fault as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');
}

function wordsOf(fault: unknown): string {
  if (fault instanceof BadSetting || fault instanceof NoCheckpoint) return fault.message;
  const { message, code } = fault as Error & { code?: string };
  if (code === 'ENOENT') return `There is no such file: ${message.replace(/^ENOENT: .*? '(.*)'$/, '$1')}`;
  return `It could not be checked: ${message}`;
}
