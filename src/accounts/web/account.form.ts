import { EmailField, PasswordField, TextField } from '../../platform/index.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';

export class SignInForm {
  @EmailField() email!: string;
  @PasswordField() password!: string;
}

export class SetupForm {
  @TextField({ max: 20 }) code!: string;
  @TextField({ max: 100 }) nameZh!: string;
  @TextField({ max: 100 }) nameEn!: string;
  @TextField({ max: 100 }) administratorName!: string;
  @EmailField() email!: string;
  @PasswordField({ min: SHORTEST_PASSWORD }) password!: string;
}

export class RequestResetForm {
  @EmailField() email!: string;
}

export class ChoosePasswordForm {
  @PasswordField({ min: SHORTEST_PASSWORD }) password!: string;
}

export class ChangePasswordForm {
  @PasswordField() old!: string;
  @PasswordField({ min: SHORTEST_PASSWORD }) fresh!: string;
}
