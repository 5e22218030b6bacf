import { textOf, type RequestContext, type MessageValues } from '../../platform/index.js';
import type { MarkInput } from '../actions/mark-attendance.js';
import type { RegisterLine } from '../data/register.js';
import { isMark, type Mark, MARKS } from '../domain/marks.js';

const LONGEST_REASON = 200;

interface RegisterProblem {
  readonly key: string;
  readonly field: string;
  readonly values: MessageValues;
}

/**
 * The marks sent for everybody on the register. `rest` is the mark that the second button gives to those without one.
 */
export interface TypedRegister {
  readonly marks: readonly MarkInput[];
  readonly problems: readonly RegisterProblem[];
}

/** Reads `mark-<enrolment>` and `reason-<enrolment>`; ignores people who are not on the register. */
export function typedRegister(body: unknown, lines: readonly RegisterLine[]): TypedRegister {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const rest = textOf(sent['rest']) === 'present' ? 'present' : null;
  const marks = lines.flatMap((line): MarkInput[] => {
    const typed = textOf(sent[`mark-${line.enrolmentId}`]);
    const mark = isMark(typed) ? typed : rest;
    const reason = textOf(sent[`reason-${line.enrolmentId}`]).replace(/\s+/g, ' ').trim();
    return mark === null ? [] : [{ enrolmentId: line.enrolmentId, mark, reason: reason === '' ? null : reason }];
  });
  const problems = marks.flatMap(({ enrolmentId, reason }): RegisterProblem[] => {
    const field = `reason-${enrolmentId}`;
    if (reason === null) return [];
    if ([...reason].length > LONGEST_REASON) return [{ key: 'form.too_long', field, values: { max: LONGEST_REASON } }];
    return /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(reason)
      ? [{ key: 'form.no_controls', field, values: {} }]
      : [];
  });
  return { marks, problems };
}

export interface LineView {
  readonly enrolmentId: string;
  readonly name: string;
  readonly sub: string | null;
  readonly isMarked: boolean;
  readonly marks: readonly {
    readonly value: Mark;
    readonly id: string;
    readonly label: string;
    readonly checked: boolean;
  }[];
  readonly reasonText: string;
  readonly error: string | null;
}

export function lineViews(
  lines: readonly RegisterLine[],
  typed: TypedRegister | null,
  { translator }: RequestContext,
): LineView[] {
  return lines.map((line) => {
    const sent = typed?.marks.find(({ enrolmentId }) => enrolmentId === line.enrolmentId);
    const mark = sent?.mark ?? line.mark;
    const problem = typed?.problems.find(({ field }) => field === `reason-${line.enrolmentId}`);
    return {
      enrolmentId: line.enrolmentId,
      name: line.name,
      sub: line.workplace ?? line.latinName,
      isMarked: line.mark !== null,
      marks: MARKS.map((value) => ({
        value,
        id: `mark-${line.enrolmentId}-${value}`,
        label: translator.t(`register.mark_${value}`),
        checked: value === mark,
      })),
      reasonText: sent?.reason ?? line.reason ?? '',
      error: problem ? translator.t(problem.key, problem.values) : null,
    };
  });
}
