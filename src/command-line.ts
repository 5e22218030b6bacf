import { parseArgs } from 'node:util';
import { NoCheckpoint } from './certifications/index.js';
import { backupCommand } from './commands/backup.js';
import { bindRegisterCommand } from './commands/bind-register.js';
import { checkCommand } from './commands/check.js';
import { drillCommand } from './commands/drill.js';
import { restoreCommand } from './commands/restore.js';
import { EXIT, type Terminal } from './commands/terminal.js';
import { unlockCommand } from './commands/unlock.js';
import { verifyLogCommand } from './commands/verify-log.js';
import { BackupFault, BadSetting } from './platform/index.js';

export type { Terminal } from './commands/terminal.js';

const USAGE = `Usage: npm run academy -- <command>

  backup FILE [--force]
      Copies the database into one file, even while the product runs. It does not contain the master key.
      --force replaces FILE.
  restore FILE [--force] [--other-key]
      Replaces the database by a backup, completely or not at all. The product must be stopped.
      --force replaces an existing database; --other-key continues with another master key.
  check [--json]
      Checks the database, seats, log, documents, keys and migrations. Only reads.
  drill FILE [--in FOLDER] [--json]
      Restores a backup elsewhere, checks all of it and verifies every certificate, then removes the copy.
  verify-log [--since <file>]...
      Reads the certificate log again from its first entry and compares it with its tiles,
      its signature and every certificate. --since: a checkpoint that was kept earlier;
      the log must continue it.
  bind-register [--issued NUMBER]... [--key NAME]... [--accept-put-back]
      Binds the records of the register with the present master key: after the key has changed, or after a database
      was replaced without restore. Removes rows of no signed entry from the log. Writes. Run verify-log first.
      --issued: a certificate that you know to be as it was issued. Required for those without documents and, while
      the master key is the same, for all others too.
      --key: a signing key that you know to be the academy's and never declared compromised, if the record of keys is
      missing or was made with another master key.
      --accept-put-back: accepts the database although it is not what was stored last with this master key, so that
      records may have been put back to an earlier state. Without it, the difference is named and nothing is bound.
  unlock EMAIL
      Removes the second factor of an account whose owner has lost it, and signs out its browsers. The owner gets an
      email. Make sure first that it is the owner who asks.

If there is a master key (DATA_DIR/keys or MASTER_KEY), check and verify-log also report what another program has
written into the database.
Exit code: 0 everything is in order, 1 something is wrong or was tampered with, 2 the command could not be carried
out. DATA_DIR or DATABASE_URL select the academy, as for npm start.`;

const OPTIONS = {
  force: { type: 'boolean' },
  'other-key': { type: 'boolean' },
  json: { type: 'boolean' },
  in: { type: 'string' },
  since: { type: 'string', multiple: true },
  issued: { type: 'string', multiple: true },
  key: { type: 'string', multiple: true },
  'accept-put-back': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parsed>['values'];

interface Command {
  readonly options: readonly (keyof typeof OPTIONS)[];
  /** What the command is about; `null`: nothing. */
  readonly argument: 'FILE' | 'EMAIL' | null;
  run(argument: string, values: Values, terminal: Terminal): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  backup: {
    options: ['force'],
    argument: 'FILE',
    run: (file, { force = false }, terminal) => backupCommand(file, { force }, terminal),
  },
  restore: {
    options: ['force', 'other-key'],
    argument: 'FILE',
    run: (file, { force = false, 'other-key': otherKey = false }, terminal) =>
      restoreCommand(file, { force, otherKey }, terminal),
  },
  check: {
    options: ['json'],
    argument: null,
    run: (_file, { json = false }, terminal) => checkCommand({ json }, terminal),
  },
  drill: {
    options: ['in', 'json'],
    argument: 'FILE',
    run: (file, { json = false, in: folder }, terminal) => drillCommand(file, { json, in: folder }, terminal),
  },
  'verify-log': {
    options: ['since'],
    argument: null,
    run: (_file, { since = [] }, terminal) => verifyLogCommand(since, terminal),
  },
  'bind-register': {
    options: ['issued', 'key', 'accept-put-back'],
    argument: null,
    run: (_file, { issued = [], key: keys = [], 'accept-put-back': acceptsPutBack = false }, terminal) =>
      bindRegisterCommand({ issued, keys, acceptsPutBack }, terminal),
  },
  unlock: {
    options: [],
    argument: 'EMAIL',
    run: (email, _values, terminal) => unlockCommand(email, terminal),
  },
};

/** The commands for the operator beside the running academy. Returns the exit code. */
export async function commandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parsed(args);
    if (values.help) {
      terminal.print(USAGE);
      return EXIT.good;
    }
    const [name = '', ...about] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    const foreign = Object.keys(values).filter((option) => !command?.options.some((own) => own === option));
    if (!command || about.length !== (command.argument === null ? 0 : 1) || foreign.length > 0)
      throw new BadSetting(USAGE);
    return await command.run(about[0] ?? '', values, terminal);
  } catch (fault) {
    terminal.complain(asksForHelp(fault) ? `${(fault as Error).message}\n\n${USAGE}` : wordsOf(fault));
    return EXIT.notDone;
  }
}

function parsed(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
}

function asksForHelp(fault: unknown): boolean {
  return String((fault as { code?: unknown }).code ?? '').startsWith('ERR_PARSE_ARGS');
}

function wordsOf(fault: unknown): string {
  if (fault instanceof BadSetting || fault instanceof NoCheckpoint || fault instanceof BackupFault)
    return fault.message;
  const { message, code, path } = fault as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no such file: ${path ?? message}`;
  return `It could not be done: ${message}`;
}
