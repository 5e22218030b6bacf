import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { schema } from '../../db/schema.js';
import { AppModule } from '../app.module.js';
import {
  type BackgroundTiming,
  Clock,
  type Config,
  configureHttp,
  fastifyAdapter,
  nestLogger,
} from '../platform/index.js';
import { messages } from './messages.js';

export interface Setting {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly timing?: Partial<BackgroundTiming>;
}

/** The whole product, ready to `listen` or for requests through `inject`; the database is open and migrated. */
export async function createApp({
  config,
  logger,
  clock = new Clock(),
  timing = {},
}: Setting): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.on({ config, logger, clock, schema, messages, timing }),
    fastifyAdapter(config, logger),
    { logger: nestLogger(logger), abortOnError: false },
  );
  await configureHttp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
