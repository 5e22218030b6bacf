import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PACKAGE_ROOT } from '../../src/platform/index.js';
import { type DataFolder, PUBLIC_URL } from './data-folder.js';
import type { LongestStretch } from './watch-loop.js';

type Data = Pick<DataFolder, 'path'>;

const PRODUCT = join(PACKAGE_ROOT, 'dist', 'src', 'main.js');
const BARE = join(PACKAGE_ROOT, 'dist', 'test', 'benchmarks', 'bare', 'server.js');
const WATCH = join(PACKAGE_ROOT, 'dist', 'test', 'benchmarks', 'watch-loop.js');
const PATIENCE = 30_000;

interface StartOptions {
  /** Environment variables besides the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Node's own options. */
  readonly options?: readonly string[];
  readonly isHeard?: boolean;
}

/** A server in a separate process, in production mode, on a free loopback port. */
export class Served {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
    /** Milliseconds from its start to its first `/readyz`. */ readonly readyAfter: number,
    /** Error lines of its log, if started by `heard`. */
    readonly errors: readonly string[],
  ) {}

  /** @param settings further environment variables */
  static product(data: Data, settings: Readonly<Record<string, string>> = {}): Promise<Served> {
    return Served.start(PRODUCT, data, { settings });
  }

  /** A server whose errors are kept. */
  static withErrors(data: Data, settings: Readonly<Record<string, string>>): Promise<Served> {
    return Served.start(PRODUCT, data, { settings: { ...settings, LOG_LEVEL: 'error' }, isHeard: true });
  }

  /** A server that reports `longestStretch`. */
  static withLoopWatch(data: Data): Promise<Served> {
    return Served.start(PRODUCT, data, { options: ['--import', pathToFileURL(WATCH).href] });
  }

  static bare(data: Data): Promise<Served> {
    return Served.start(BARE, data);
  }

  private static async start(
    program: string,
    data: Data,
    { settings = {}, options = [], isHeard = false }: StartOptions = {},
  ): Promise<Served> {
    const port = await freePort();
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      DATA_DIR: data.path,
      PUBLIC_URL,
      PORT: String(port),
      ...settings,
    };
    const began = performance.now();
    const child = spawn(process.execPath, [...options, program], {
      env,
      stdio: ['ignore', isHeard ? 'pipe' : 'ignore', 'inherit', ...(options.length > 0 ? ['ipc' as const] : [])],
    });
    const errors: string[] = [];
    if (child.stdout) createInterface(child.stdout).on('line', (line) => errors.push(line));
    const origin = `http://127.0.0.1:${port}`;
    try {
      while (!(await isReady(origin))) {
        if (child.exitCode !== null || performance.now() - began > PATIENCE)
          throw new Error(`${program} did not get ready`);
        await pause(5);
      }
    } catch (fault) {
      child.kill('SIGKILL');
      throw fault;
    }
    return new Served(child, origin, performance.now() - began, errors);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null;
  }

  /** Resident memory now, in bytes. */
  get memory(): number {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)], { encoding: 'utf8' });
    return Number(stdout.trim()) * 1024;
  }

  /** The longest time for which it answered nobody since the last call. Only for a watched server. */
  async longestStretch(): Promise<LongestStretch> {
    const answered = once(this.child, 'message');
    this.child.send('longest');
    return ((await answered) as [LongestStretch])[0];
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await ended;
  }
}

async function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
