import { Refusal, textOf, type RequestContext, refusalText } from '../../platform/index.js';
import type { ScoreInput } from '../actions/record-results.js';
import type { AssessmentRow, PersonRow, ResultCell } from '../data/completion.js';
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
  readonly typed: ReadonlyMap<string, string>;
  readonly scores: readonly ScoreInput[];
  readonly problems: readonly SheetProblem[];
}

export interface Sheet {
  readonly assessments: readonly AssessmentRow[];
  readonly people: readonly PersonRow[];
  readonly results: readonly ResultCell[];
}

/** A cleared cell keeps its earlier score: results can be changed, but not removed. */
export function typedSheet(body: unknown, { assessments, people }: Sheet): TypedSheet {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const typed = new Map<string, string>();
  const scores: ScoreInput[] = [];
  const problems: SheetProblem[] = [];
  for (const { id: assessmentId, fullScore } of assessments) {
    for (const { enrolmentId, name: person } of people) {
      const name = cellName(assessmentId, enrolmentId);
      const text = textOf(sent[name]).slice(0, 100);
      const score = readScore(text, fullScore);
      typed.set(name, text);
      if (score instanceof Refusal) problems.push({ name, person, refusal: score });
      else if (score !== null) scores.push({ assessmentId, enrolmentId, score });
    }
  }
  return { typed, scores, problems };
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
  return assessments.map((assessment) => {
    const id = cellName(assessment.id, enrolmentId);
    const score =
      results.find((one) => one.assessmentId === assessment.id && one.enrolmentId === enrolmentId)?.score ?? null;
    const refusal = sheet?.problems.find((one) => one.name === id)?.refusal ?? null;
    return {
      id,
      value: sheet?.typed.get(id) ?? (score === null ? '' : String(score)),
      error: refusal && refusalText(context.translator, refusal),
      isBelow: score !== null && score < assessment.passScore,
      label: context.translator.t('result.cell', {
        person,
        assessment: context.language === 'en' ? assessment.nameEn : assessment.nameZh,
      }),
    };
  });
}
