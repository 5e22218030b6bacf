import { HttpException, HttpStatus } from '@nestjs/common';

/**
 * Somebody with the database changed the log, or the register as a whole, behind the product's back. Whoever asked for
 * the act is answered 503: nothing of it is stored, and it can be done once an administrator has put things right.
 */
export class LogHasBeenChanged extends HttpException {
  constructor(how: string) {
    super(
      `The certificate log cannot be continued: ${how}. Run: npm run academy -- verify-log`,
      HttpStatus.SERVICE_UNAVAILABLE,
    );
  }
}
