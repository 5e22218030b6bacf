import { CodeField } from '../../platform/index.js';

export class TransferForm {
  @CodeField({ max: 40 }) cohortCode!: string;
}
