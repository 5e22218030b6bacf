import { HttpException, HttpStatus } from '@nestjs/common';

/*
 * What can go wrong with a request apart from form errors. Thrown by web code and guards, shown by the fault filter.
 * Somebody else's resource is answered like one that does not exist.
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
  /** @param retryAfter whole seconds until a retry makes sense */
  constructor(readonly retryAfter: number) {
    super('too many', HttpStatus.TOO_MANY_REQUESTS);
  }
}

/** Too many tables are being made or waiting, or this person's other ones are. */
export class TooManyTables extends TooMany {}

/** Stored records contradict each other: no action builds on them until an administrator has checked them. */
export class RecordsContradict extends HttpException {
  constructor(how: string) {
    super(how, HttpStatus.SERVICE_UNAVAILABLE);
  }
}

/** The row, or a 404 if it is missing (or hidden). */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new NotFound();
  return row;
}
