import { EmailField, PasswordField, TextField } from '../../../platform/index.js';

export class ChangeEmailForm {
  @EmailField() email!: string;
  @PasswordField() password!: string;
}

/** For a browser in which the owner of the account is not signed in. */
export class ConfirmEmailForm {
  @PasswordField() password!: string;
}

export class CorrectEmailForm {
  @EmailField() email!: string;
  @TextField({ max: 200 }) reason!: string;
}
