import { RecordsContradict } from '../../../platform/index.js';

/** The log or the register was changed directly in the database. */
export class LogHasBeenChanged extends RecordsContradict {
  constructor(how: string) {
    super(`The certificate log cannot be continued: ${how}. Run: npm run academy -- verify-log`);
  }
}
