import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Config } from './platform/index.js';
import { Ticker } from './platform/index.js';

/** Opens the door, starts the recurring tasks, and closes both in order when asked to stop. */
export async function serve(app: NestFastifyApplication, config: Config, logger: Logger): Promise<void> {
  await app.listen(config.port, config.host);
  app.get(Ticker).start();
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    // A browser's connection that falls idle only now would otherwise hold the door open for its whole keep-alive time.
    app.getHttpServer().keepAliveTimeout = 1;
    logger.info({ signal }, 'finishing requests under way, then stopping');
    app.close().then(() => process.exit(0), (fault: unknown) => {
      logger.error({ err: fault }, 'could not stop cleanly');
      process.exit(1);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
