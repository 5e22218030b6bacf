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
import { WebClient } from './web-client.js';

/** A Monday morning, at which the clock of most tests starts. */
export const TEST_START = instantOf('2026-03-02', '09:00');

export const FOUNDER = { name: '周敏', email: 'zhou.min@academy.example', password: 'Springs of Jinan 72' } as const;

type Place = Pick<FreshDatabase, 'dataDir' | 'databaseUrl'>;

export interface Opening {
  /** Epoch milliseconds; the clock stands there until it is moved. */
  readonly at?: number;
  /** `false`: as on a first start, before the first-run page. */
  readonly founded?: boolean;
  readonly smtpUrl?: string;
  readonly publicUrl?: string;
  /** Leases and claims shorter than usual. */
  readonly timing?: Partial<BackgroundTiming>;
  /** Further settings, as the environment gives them. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Any standing academy that builders can build in: a test's own, or a benchmark's. */
export interface BuildingSite extends Pick<TestAcademy, 'app' | 'write'> {
  readonly clock: Clock;
}

/** The whole product on a database of its own, with a clock that the test moves. Close it in `afterAll`. */
export class TestAcademy {
  private constructor(
    private standing: NestFastifyApplication,
    readonly clock: SimulatedClock,
    readonly config: Config,
    private readonly log: ErrorLog,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open({
    at = TEST_START,
    founded = true,
    smtpUrl,
    publicUrl = 'http://academy.example',
    env = {},
    timing = {},
  }: Opening = {}): Promise<TestAcademy> {
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
   * Ends the product and starts it again on the same data.
   * Browsers opened before it ask one that is gone. `changes`: other settings.
   */
  async restart(changes: Partial<Config> = {}): Promise<void> {
    await this.app.close();
    this.standing = await createApp({
      config: { ...this.config, ...changes },
      logger: this.log.logger,
      clock: this.clock,
    });
  }

  /** A browser; give it a language, or `null` for one that asks for none. */
  client(language: string | null = 'zh-CN'): WebClient {
    return new WebClient(this.app, language);
  }

  /** A unit of work of the system's, for what no page offers; it must still leave its audit entry. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(UnitOfWork).run<T>(SYSTEM, work);
  }

  /** Listens on a free loopback port and answers its origin. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return (await this.app.getUrl()).replace('localhost', '127.0.0.1');
  }

  /** The errors logged so far, which the test foresaw; any other fails `close`. */
  takeErrors(): string[] {
    return this.log.take();
  }

  /** @throws Error where the product logged an error that no test asked for. */
  async close(): Promise<void> {
    await this.app.close();
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
  // The data are thrown away: nobody needs them after a power cut.
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
