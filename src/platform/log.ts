import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Config } from './config.js';
import { currentRequestId } from './request-id.js';

export const LOGGER = Symbol('Logger');

/** Structured lines, each with the id of its request; never a cookie, password or token, nor one in an address. */
export function makeLogger(config: Config): Logger {
  return pino({
    level: config.logLevel,
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === null ? {} : { requestId };
    },
    redact: ['req.headers.cookie', 'req.headers.authorization', 'password', 'token'],
  });
}

/** Nest's own messages, in the same log. */
export function nestLogger(logger: Logger): LoggerService {
  const quiet = (message: unknown, context?: unknown) => logger.debug({ context }, String(message));
  return {
    log: quiet,
    debug: quiet,
    verbose: quiet,
    warn: (message: unknown, context?: unknown) => logger.warn({ context }, String(message)),
    error: (message: unknown, stack?: unknown, context?: unknown) => logger.error({ context, stack }, String(message)),
  };
}
