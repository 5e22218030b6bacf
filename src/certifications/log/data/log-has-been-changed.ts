import { HttpException, HttpStatus } from '@nestjs/common';

/**
 * The log or the register was changed directly in the database. The request fails with 503 and nothing is stored; it
 * can be repeated once an administrator has repaired the database.
 */
export class LogHasBeenChanged extends HttpException {
  constructor(how: string) {
    super(
      `The certificate log cannot be continued: ${how}. Run: npm run academy -- verify-log`,
      HttpStatus.SERVICE_UNAVAILABLE,
    );
  }
}
