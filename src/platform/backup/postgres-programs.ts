import { type ChildProcess, execFile, spawn, type StdioOptions } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { BackupFault } from './backup-fault.js';

export type Program = 'pg_dump' | 'pg_restore' | 'psql';

const DEBIAN = '/usr/lib/postgresql';
/** The address parameters that libpq understands; the others are for the product's own driver. */
const PARAMETERS: Readonly<Record<string, string>> = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  dbname: 'PGDATABASE',
  options: 'PGOPTIONS',
  connect_timeout: 'PGCONNECT_TIMEOUT',
};
const run = promisify(execFile);

/** A connection as environment variables for libpq's programs, so that no password shows up in the process list. */
export function environmentOf(databaseUrl: string): NodeJS.ProcessEnv {
  const url = new URL(databaseUrl);
  const given: NodeJS.ProcessEnv = {
    PGHOST: decodeURIComponent(url.hostname.replace(/^\[(.*)\]$/, '$1')),
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
  };
  for (const [name, value] of url.searchParams) {
    const known = PARAMETERS[name];
    // node-postgres' own value for an unverified certificate.
    if (known) given[known] = name === 'sslmode' && value === 'no-verify' ? 'require' : value;
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
}

/** Finds PostgreSQL's own programs for a server, and runs them. */
export class PostgresPrograms {
  constructor(
    private readonly databaseUrl: string,
    private readonly serverVersion: number,
    private readonly path: string,
  ) {}

  /**
   * The first program on PATH, then in Debian's folders, that is not older than the server.
   * @throws BackupFault with what to install
   */
  async find(program: Program): Promise<string> {
    const tooOld: string[] = [];
    for (const file of this.candidates(program)) {
      const major = await majorOf(file);
      if (major !== null && major >= this.serverVersion) return file;
      if (major !== null) tooOld.push(`${file} is of version ${major}`);
    }
    const what = `${program} of PostgreSQL ${this.serverVersion} or newer`;
    const install = `On Debian: apt-get install postgresql-client-${this.serverVersion}; elsewhere put its folder on PATH.`;
    if (tooOld.length === 0) throw new BackupFault(`${what} is needed and was not found. ${install}`);
    throw new BackupFault(
      `${what} is needed: the server is of version ${this.serverVersion}, ${tooOld.join(', ')}. ${install}`,
    );
  }

  async start(program: Program, args: readonly string[], stdio: StdioOptions): Promise<ChildProcess> {
    const file = await this.find(program);
    return spawn(file, args, { stdio, env: { PATH: this.path, LC_ALL: 'C', ...environmentOf(this.databaseUrl) } });
  }

  private candidates(program: Program): string[] {
    const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : [];
    const folders = [...this.path.split(delimiter), ...versions.map((version) => join(DEBIAN, version, 'bin'))];
    return [...new Set(folders.filter((folder) => folder !== '').map((folder) => join(folder, program)))].filter(runs);
  }
}

/** Waits for a program to end. @throws BackupFault with its standard error */
export function ended(child: ChildProcess, what: string): Promise<void> {
  let output = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    output = `${output}${bytes.toString()}`.slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new BackupFault(`${what} failed (${signal ?? code}): ${output.trim()}`));
    });
  });
}

async function majorOf(file: string): Promise<number | null> {
  try {
    const { stdout } = await run(file, ['--version'], { timeout: 10_000 });
    return Number(/ (\d+)/.exec(stdout)?.[1] ?? NaN) || null;
  } catch {
    return null;
  }
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
