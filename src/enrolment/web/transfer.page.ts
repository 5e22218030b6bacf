import { definePage, type FormView } from '../../platform/index.js';
import type { EnrolmentRow } from '../data/own-enrolment.js';
import type { TransferForm } from './transfer.form.js';

export interface TransferPage {
  readonly enrolment: EnrolmentRow;
  readonly form: FormView<TransferForm>;
  readonly hasDestination: boolean;
}

export const transferPage = definePage<TransferPage>('enrolment/roster/transfer');
