import { OneTimeCodeField, PasswordField, TextField } from '../../../platform/index.js';

export class CodeForm {
  @OneTimeCodeField() code!: string;
}

export class RecoveryCodeForm {
  @TextField({ max: 40 }) recoveryCode!: string;
}

/** For acts on one's own account. */
export class OwnPasswordForm {
  @PasswordField() password!: string;
}
