import { definePage, type FormView } from '../../platform/index.js';
import type { EnrolmentRow } from '../data/own-enrolment.js';
import type { SessionLine } from './cohort.page.js';
import type { WithdrawalForm } from './withdrawal.form.js';

/** An item of the `timeline` partial, which other pages give a detail, a person and a state. */
export interface HistoryItem {
  readonly at: number;
  readonly title: string;
  readonly detail: null;
  readonly by: null;
  readonly state: null;
}

export interface EnrolmentPage {
  readonly enrolment: EnrolmentRow;
  readonly stateWord: string;
  readonly sessions: readonly SessionLine[];
  readonly history: readonly HistoryItem[];
  /** Why the offered seat cannot be accepted. */
  readonly offerBlockers: readonly string[];
  readonly canWithdraw: boolean;
  readonly withdrawalBlockers: readonly string[];
  readonly refusals: readonly string[];
}

export interface WithdrawalPage {
  readonly enrolment: EnrolmentRow;
  readonly form: FormView<WithdrawalForm>;
  readonly blockers: readonly string[];
  readonly waiting: number;
}

export const enrolmentPage = definePage<EnrolmentPage>('enrolment/enrolment/show');
export const withdrawalPage = definePage<WithdrawalPage>('enrolment/enrolment/withdrawal');
