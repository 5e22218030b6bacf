import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { Logger } from 'pino';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { DatabaseModule, SCHEMA, type Schema } from './database/index.js';
import { Keys, TableReader } from './files/index.js';
import { FaultFilter } from './server/fault.filter.js';
import { BodiesUnderWay } from './http/bodies-under-way.js';
import { HealthController } from './http/health.controller.js';
import { LanguageController } from './http/language.controller.js';
import { MemoryThrottle } from './http/memory-throttle.js';
import { Throttle } from './http/throttle.js';
import { RequestContexts } from './http/request-contexts.js';
import { catalogOf, MessageCatalog, type Messages } from './i18n/index.js';
import { BACKGROUND_TIMING, type BackgroundTiming, Jobs, Ticker, USUAL_TIMING } from './jobs/index.js';
import { LOGGER } from './log.js';
import { Mailer } from './mail/index.js';
import { Assets, assetsOfViews, PageRenderer } from './pages/index.js';

export interface Foundations {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly schema: Schema;
  readonly messages: readonly Messages[];
  readonly timing?: Partial<BackgroundTiming>;
}

/** Everything that is independent of training; every module builds on it. */
@Global()
@Module({})
export class PlatformModule {
  static on({ config, logger, clock, schema, messages, timing }: Foundations): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule],
      controllers: [HealthController, LanguageController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: Clock, useValue: clock },
        { provide: SCHEMA, useValue: schema },
        { provide: BACKGROUND_TIMING, useValue: { ...USUAL_TIMING, ...timing } satisfies BackgroundTiming },
        { provide: MessageCatalog, useFactory: () => catalogOf(messages) },
        Keys,
        Ticker,
        Jobs,
        Mailer,
        Throttle,
        MemoryThrottle,
        BodiesUnderWay,
        { provide: Assets, useFactory: assetsOfViews },
        PageRenderer,
        TableReader,
        RequestContexts,
        { provide: APP_FILTER, useClass: FaultFilter },
      ],
      exports: [
        CONFIG,
        LOGGER,
        Clock,
        SCHEMA,
        BACKGROUND_TIMING,
        MessageCatalog,
        Keys,
        Ticker,
        Jobs,
        Mailer,
        Throttle,
        MemoryThrottle,
        BodiesUnderWay,
        Assets,
        PageRenderer,
        TableReader,
        RequestContexts,
      ],
    };
  }
}
