import { HttpException, HttpStatus } from '@nestjs/common';

/** This process is at its limit; nobody's fault. */
export class Busy extends HttpException {
  /** @param retryAfter whole seconds until a retry makes sense */
  constructor(
    readonly retryAfter: number,
    cause?: unknown,
  ) {
    super('busy', HttpStatus.SERVICE_UNAVAILABLE, { cause });
  }
}

/** Others held the rows of this transaction for too long, or won each of its races. Nothing of it is stored. */
export class NotSaved extends Busy {}
