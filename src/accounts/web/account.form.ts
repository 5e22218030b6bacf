import { EmailField, type FormState, PasswordField, TextField } from '../../platform/index.js';
import { SHORTEST_PASSWORD } from '../actions/passwords.js';

export class SignInForm {
  @EmailField() email!: string;
  @PasswordField() password!: string;
}

/** The password chosen at sign-up, asked for under the address of the verification email. */
export class VerificationForm {
  @PasswordField() password!: string;
}

export class ResendVerificationForm {
  @EmailField() email!: string;
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

/** Of a form that is shown again: 429 where a password or code was tried too often, else the usual status. */
export function statusOf({ refusals }: FormState): number | undefined {
  return refusals?.some(({ code }) => code === 'tooManySignIns' || code === 'tooManyCodes') ? 429 : undefined;
}
