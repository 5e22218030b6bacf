import { TextField } from '../../platform/index.js';

export class WithdrawalForm {
  @TextField({ max: 200, optional: true }) reason!: string | null;
}
