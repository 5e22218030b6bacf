import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BackgroundTiming, PACKAGE_ROOT } from '../../src/platform/index.js';
import { type FreshDatabase, freshDatabase } from './database.js';

const PROGRAMS = {
  product: join('src', 'main'),
  demo: join('db', 'seeds', 'demo', 'demo'),
  timed: join('test', 'support', 'product'),
} as const;
/** `npm test` builds first and starts the build; Jest alone has no build and starts the sources. */
const BUILT = process.env['TEST_BUILT'] === '1';

const READ_TYPESCRIPT = [
  '--import',
  pathToFileURL(join(PACKAGE_ROOT, 'test', 'support', 'jest', 'register-typescript.mjs')).href,
];

interface RunningData {
  /** The data that it works on. */
  readonly place: Pick<FreshDatabase, 'dataDir' | 'databaseUrl'>;
  readonly settings?: Readonly<Record<string, string>>;
  /** The folder in which the product is installed. */
  readonly root?: string;
}

/** The product as a separate process, as an operator starts it. */
export class ServerProcess {
  private said = '';
  readonly ended: Promise<number | null>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly cleanUp: () => Promise<void>,
  ) {
    child.stdout?.on('data', (bytes: Buffer) => {
      this.said += bytes.toString();
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      this.said += bytes.toString();
    });
    this.ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  }

  /** Starts the product, or the demo's program, with only these settings, on a new database. */
  static async start(
    settings: Readonly<Record<string, string>> = {},
    program: 'product' | 'demo' = 'product',
  ): Promise<ServerProcess> {
    const place = await freshDatabase();
    return new ServerProcess(run(PROGRAMS[program], { place, settings }), place.drop);
  }

  /** Starts the product on existing data, which are kept when it is closed. */
  static beside(standing: RunningData): ServerProcess {
    return new ServerProcess(run(PROGRAMS.product, standing), () => Promise.resolve());
  }

  /** Starts the product on existing data, with other lengths of leases and claims. */
  static withTiming({ place, settings }: RunningData, timing: Partial<BackgroundTiming>): ServerProcess {
    const all = { ...settings, BACKGROUND_TIMING: JSON.stringify(timing) };
    return new ServerProcess(run(PROGRAMS.timed, { place, settings: all }), () => Promise.resolve());
  }

  /** All output so far. */
  get output(): string {
    return this.said;
  }

  /** Waits until the output matches, and returns the match. */
  async prints(pattern: RegExp, within = 50_000): Promise<RegExpExecArray> {
    const until = performance.now() + within;
    while (performance.now() < until) {
      const match = pattern.exec(this.said);
      if (match) return match;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`The process did not print ${String(pattern)}; it printed:\n${this.said.slice(0, 3000)}`);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Ends the process if it is still running, and removes its database. */
  async close(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
    await this.cleanUp();
  }
}

function run(program: string, { place, settings, root = PACKAGE_ROOT }: RunningData): ChildProcess {
  const command =
    BUILT || root !== PACKAGE_ROOT
      ? [join(root, 'dist', `${program}.js`)]
      : [...READ_TYPESCRIPT, join(root, `${program}.ts`)];
  if (!existsSync(command.at(-1)!)) throw new Error(`${command.at(-1)} is missing: run "npm run build" first`);
  return spawn(process.execPath, command, {
    cwd: place.dataDir,
    env: environment(place, settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function environment(
  { dataDir, databaseUrl }: RunningData['place'],
  settings: RunningData['settings'] = {},
): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDir,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    ...settings,
  };
}
