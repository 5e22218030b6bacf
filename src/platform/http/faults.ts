import { HttpException, HttpStatus } from '@nestjs/common';

/*
 * What a request can meet that is nobody's form error. Thrown by web code and guards, shown by the fault filter.
 * Somebody else's thing is answered like a thing that does not exist.
 */

export class NotFound extends HttpException {
  constructor() {
    super('not found', HttpStatus.NOT_FOUND);
  }
}

export class NotAllowed extends HttpException {
  constructor() {
    super('not allowed', HttpStatus.FORBIDDEN);
  }
}

export class SignInNeeded extends HttpException {
  constructor() {
    super('sign-in needed', HttpStatus.UNAUTHORIZED);
  }
}

export class StaleForm extends HttpException {
  constructor() {
    super('stale form', HttpStatus.FORBIDDEN);
  }
}

export class TooMany extends HttpException {
  /** @param retryAfter whole seconds until the next try makes sense. */
  constructor(readonly retryAfter: number) {
    super('too many', HttpStatus.TOO_MANY_REQUESTS);
  }
}

/** As much is under way as this process can bear; no fault of anybody's. */
export class Busy extends HttpException {
  /** @param retryAfter whole seconds until the next try makes sense. */
  constructor(readonly retryAfter: number) {
    super('busy', HttpStatus.SERVICE_UNAVAILABLE);
  }
}

/** Stored records contradict each other: no act builds on them until an administrator has checked them. */
export class RecordsContradict extends HttpException {
  constructor(how: string) {
    super(how, HttpStatus.SERVICE_UNAVAILABLE);
  }
}

/** The row, or the 404 that a missing (or hidden) one deserves. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new NotFound();
  return row;
}
