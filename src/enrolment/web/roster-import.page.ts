import type { CohortHeader } from '../../cohorts/index.js';
import { definePage, type FormView } from '../../platform/index.js';
import type { RosterImportForm } from './roster-import.form.js';

export interface RosterImportPage {
  readonly header: CohortHeader;
  readonly form: FormView<RosterImportForm>;
  readonly most: number;
}

/** One pasted line: with a `traineeId` it can be enrolled, otherwise `reason` says why not. */
export interface PreviewLine {
  readonly typed: string;
  readonly name: string;
  readonly contact: string;
  readonly traineeId: string | null;
  readonly reason: string | null;
}

export interface ImportPreviewPage {
  readonly header: CohortHeader;
  readonly accepted: readonly PreviewLine[];
  readonly rejected: readonly PreviewLine[];
  readonly seats: number;
  readonly waits: number;
}

export const rosterImportPage = definePage<RosterImportPage>('enrolment/roster/import');
export const importPreviewPage = definePage<ImportPreviewPage>('enrolment/roster/import-preview');
