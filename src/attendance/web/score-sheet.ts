import { Refusal, textOf, type RequestContext, refusalText, refuse } from '../../platform/index.js';
import type { ScoreInput } from '../actions/record-results.js';
import type { AssessmentRow, PersonRow, ResultCell } from '../data/completion.js';
import { cellEdit } from '../domain/cell-edits.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';
import { readScore } from '../domain/score-rules.js';

export const cellName = (assessmentId: string, enrolmentId: string): string => `score-${assessmentId}-${enrolmentId}`;

interface SheetProblem {
  readonly name: string;
  readonly person: string;
  readonly refusal: Refusal<AttendanceRefusalCode>;
}

/** Everything typed into the sheet: which of it is a score, and what is wrong with the rest. */
export interface TypedSheet {
  /** Cells that were changed on the page, as typed; the others show what is stored now. */
  readonly typed: ReadonlyMap<string, string>;
  readonly scores: readonly ScoreInput[];
  /** What is not a score. */
  readonly problems: readonly SheetProblem[];
  /** Cells changed on the page and, since it was made, by somebody else. */
  readonly conflicts: readonly SheetProblem[];
}

export interface Sheet {
  readonly assessments: readonly AssessmentRow[];
  readonly people: readonly PersonRow[];
  readonly results: readonly ResultCell[];
}

/**
 * The hidden field `seen`: the scores that the page shows, e.g. `a1,a2;e1,50,;e2,,77`. First the assessments, then each
 * person with a score for each of them.
 */
export function shownScores({ assessments, people, results }: Sheet): string {
  const stored = resultsByCell(results);
  const ids = assessments.map(({ id }) => id);
  const rows = people.map(({ enrolmentId }) => [
    enrolmentId,
    ...ids.map((id) => stored.get(cellName(id, enrolmentId))?.score ?? ''),
  ]);
  return [ids, ...rows].map((row) => row.join(',')).join(';');
}

/**
 * Reads the sheet and compares each cell with what the page showed and with what is stored now. A cell that `seen` does
 * not mention counts as shown empty. A cleared cell keeps its earlier score: results can be changed, but not removed.
 */
export function typedSheet(body: unknown, { assessments, people, results }: Sheet): TypedSheet {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const shownScore = readShown(textOf(sent['seen']));
  const stored = resultsByCell(results);
  const typed = new Map<string, string>();
  const scores: ScoreInput[] = [];
  const problems: SheetProblem[] = [];
  const conflicts: SheetProblem[] = [];
  for (const { id: assessmentId, fullScore } of assessments) {
    for (const { enrolmentId, name: person } of people) {
      const name = cellName(assessmentId, enrolmentId);
      const text = textOf(sent[name]).slice(0, 100);
      const score = readScore(text, fullScore);
      const shown = shownScore(assessmentId, enrolmentId);
      const now = stored.get(name) ?? null;
      if (score === null) {
        // Only a score that the person has seen appears cleared.
        if (name in sent && shown !== null && shown === now?.score) typed.set(name, text);
        continue;
      }
      const isWrong = score instanceof Refusal;
      if (isWrong) problems.push({ name, person, refusal: score });
      else scores.push({ assessmentId, enrolmentId, score, shown });
      const edit = cellEdit(isWrong ? Number.NaN : score, shown, now?.score ?? null);
      if (edit !== 'none') typed.set(name, text);
      if (edit === 'conflict' && now) conflicts.push({ name, person, refusal: changedMeanwhile(now, text) });
    }
  }
  return { typed, scores, problems, conflicts };
}

function changedMeanwhile({ score, recordedByName, recordedAt }: ResultCell, typed: string): SheetProblem['refusal'] {
  return refuse('scoreChangedMeanwhile', { now: score, by: recordedByName, at: recordedAt, typed });
}

type ShownScores = (assessmentId: string, enrolmentId: string) => number | null;

function readShown(seen: string): ShownScores {
  const [ids = [], ...rows] = seen.split(';').map((row) => row.split(','));
  const columns = new Map(ids.map((id, at) => [id, at]));
  const scoresOf = new Map(rows.map(([enrolmentId = '', ...scores]) => [enrolmentId, scores]));
  return (assessmentId, enrolmentId) => {
    const score = scoresOf.get(enrolmentId)?.[columns.get(assessmentId) ?? -1] ?? '';
    return /^\d{1,6}$/.test(score) ? Number(score) : null;
  };
}

function resultsByCell(results: readonly ResultCell[]): ReadonlyMap<string, ResultCell> {
  return new Map(results.map((one) => [cellName(one.assessmentId, one.enrolmentId), one]));
}

export interface CellView {
  readonly id: string;
  readonly value: string;
  readonly error: string | null;
  readonly isBelow: boolean;
  readonly label: string;
}

/** One row of the sheet: a field for each assessment, in order. */
export function cellViews(
  { enrolmentId, name: person }: PersonRow,
  { assessments, results }: Sheet,
  { context, sheet }: { context: RequestContext; sheet: TypedSheet | null },
): CellView[] {
  const wrong = sheet ? [...sheet.problems, ...sheet.conflicts] : [];
  return assessments.map((assessment) => {
    const id = cellName(assessment.id, enrolmentId);
    const score =
      results.find((one) => one.assessmentId === assessment.id && one.enrolmentId === enrolmentId)?.score ?? null;
    const errors = wrong.filter((one) => one.name === id).map((one) => refusalText(context.translator, one.refusal));
    return {
      id,
      value: sheet?.typed.get(id) ?? (score === null ? '' : String(score)),
      error: errors.length === 0 ? null : errors.join(' '),
      isBelow: score !== null && score < assessment.passScore,
      label: context.translator.t('result.cell', {
        person,
        assessment: context.language === 'en' ? assessment.nameEn : assessment.nameZh,
      }),
    };
  });
}
