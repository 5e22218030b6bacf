import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type Logger } from 'pino';
import { FoundAcademy } from '../../src/accounts/index.js';
import { schema } from '../../db/schema.js';
import { createApp } from '../../src/start/app.js';
import {
  type BackgroundTiming,
  type Clock,
  type Config,
  Connections,
  instantOf,
  makeDatabase,
  readConfig,
  SYSTEM,
  SimulatedClock,
  type Transaction,
  UnitOfWork,
} from '../../src/platform/index.js';
import { type FreshDatabase, migratedDatabase } from './database.js';
import { Statements } from './statements.js';
import { WebClient } from './web-client.js';

/** A Monday morning at which the clock of most tests starts. */
export const TEST_START = instantOf('2026-03-02', '09:00');

export const FOUNDER = { name: '周敏', email: 'zhou.min@academy.example', password: 'Springs of Jinan 72' } as const;

type Place = Pick<FreshDatabase, 'dataDir' | 'databaseUrl'>;

export interface AcademyOptions {
  /** Epoch milliseconds; the clock stands still until it is moved. */
  readonly at?: number;
  /** `false`: a first start, before the first-run page. */
  readonly founded?: boolean;
  readonly smtpUrl?: string;
  readonly publicUrl?: string;
  /** Shorter leases and claims than usual. */
  readonly timing?: Partial<BackgroundTiming>;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Any academy that builders can create data in: a test's own, or a benchmark's. */
export interface BuilderAcademy extends Pick<TestAcademy, 'app' | 'write'> {
  readonly clock: Clock;
}

/** The whole product with its own database and a clock that the test moves. Close it in `afterAll`. */
export class TestAcademy {
  private readonly statements = new Statements();

  private constructor(
    private standing: NestFastifyApplication,
    readonly clock: SimulatedClock,
    readonly config: Config,
    private readonly log: ErrorLog,
    private readonly drop: () => Promise<void>,
  ) {
    this.record();
  }

  static async open({
    at = TEST_START,
    founded = true,
    smtpUrl,
    publicUrl = 'http://academy.example',
    env = {},
    timing = {},
  }: AcademyOptions = {}): Promise<TestAcademy> {
    const { dataDir, databaseUrl, drop } = await migratedDatabase(migrate);
    const config = settings(
      { dataDir, databaseUrl },
      { PUBLIC_URL: publicUrl, ...env, ...(smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }) },
    );
    const clock = new SimulatedClock(at);
    const log = new ErrorLog();
    try {
      const app = await createApp({ config, logger: log.logger, clock, timing });
      const academy = new TestAcademy(app, clock, config, log, drop);
      if (founded) await academy.found();
      return academy;
    } catch (fault) {
      await drop();
      throw fault;
    }
  }

  get app(): NestFastifyApplication {
    return this.standing;
  }

  /**
   * Restarts the product on the same data. Clients opened before are no longer connected. `changes`: other settings.
   */
  async restart(changes: Partial<Config> = {}): Promise<void> {
    await this.app.close();
    this.standing = await createApp({
      config: { ...this.config, ...changes },
      logger: this.log.logger,
      clock: this.clock,
    });
    this.record();
  }

  private record(): void {
    this.statements.listenTo(this.connections.write);
    this.statements.listenTo(this.connections.read);
  }

  /** A browser with this language; `null` sends no preference. */
  client(language: string | null = 'zh-CN'): WebClient {
    return new WebClient(this.app, language);
  }

  /** A transaction by the system, for what no page offers; it must still write its audit entry. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(UnitOfWork).run<T>(SYSTEM, work);
  }

  /** Listens on a free loopback port and returns its origin. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return (await this.app.getUrl()).replace('localhost', '127.0.0.1');
  }

  /** Returns and clears the errors logged so far, which the test expected; any other error makes `close` fail. */
  takeErrors(): string[] {
    return this.log.take();
  }

  /** @throws Error if the product logged an error that no test took */
  async close(): Promise<void> {
    await this.app.close();
    this.statements.write();
    await this.drop();
    const errors = this.log.take();
    if (errors.length > 0) throw new Error(`The product logged errors:\n${errors.join('\n').slice(0, 4000)}`);
  }

  get connections(): Connections {
    return this.app.get(Connections);
  }

  private async found(): Promise<void> {
    const founding = this.app.get(FoundAcademy);
    const code = (await founding.announce(this.config.publicUrl)) ?? '';
    const outcome = await founding.execute(
      {
        code,
        nameZh: '济南信息技术学院',
        nameEn: 'Jinan IT Academy',
        administratorName: FOUNDER.name,
        email: FOUNDER.email,
        password: FOUNDER.password,
        language: 'zh-CN',
      },
      '127.0.0.1',
    );
    if (outcome !== true) throw new Error('The academy could not be founded');
  }
}

async function migrate(place: Place): Promise<void> {
  await makeDatabase(settings(place), schema);
}

function settings({ dataDir, databaseUrl }: Place, others: Readonly<Record<string, string>> = {}): Config {
  const env = {
    PATH: process.env['PATH'],
    DATA_DIR: dataDir,
    PORT: '0',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    ...others,
  };
  // The data are thrown away, so they need not survive a power cut.
  return { ...readConfig(env), synchronous: 'OFF' };
}

class ErrorLog {
  private lines: string[] = [];
  readonly logger: Logger = pino({ level: 'error' }, { write: (line: string) => void this.lines.push(line) });

  take(): string[] {
    const taken = this.lines;
    this.lines = [];
    return taken;
  }
}
