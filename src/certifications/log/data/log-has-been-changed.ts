/** Somebody with the database changed the log, or the register as a whole, behind the product's back. */
export class LogHasBeenChanged extends Error {
  constructor(how: string) {
    super(`The certificate log cannot be continued: ${how}. Run: npm run academy -- verify-log`);
  }
}
