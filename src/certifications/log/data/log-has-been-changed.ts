import { RecordsContradict } from '../../../platform/index.js';

/** The log, or the register as a whole, was changed in the database by something other than the product. */
export class LogHasBeenChanged extends RecordsContradict {
  constructor(how: string) {
    super(`The certificate log cannot be continued: ${how}. Run: npm run academy -- verify-log`);
  }
}
