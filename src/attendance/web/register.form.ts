import { textOf, type RequestContext, type MessageValues } from '../../platform/index.js';
import type { MarkInput } from '../actions/mark-attendance.js';
import { entryOf, type RegisterLine } from '../data/register.js';
import { type LineEntry, lineEdit, reasonPrint, recordedReason, type ShownLine } from '../domain/cell-edits.js';
import { isMark, type Mark, MARKS } from '../domain/marks.js';

const LONGEST_REASON = 200;

interface RegisterProblem {
  readonly key: string;
  readonly field: string;
  readonly values: MessageValues;
}

interface TypedLine {
  readonly mark: Mark | null;
  readonly reason: string | null;
}

/** What was sent for everybody on the register. */
export interface TypedRegister {
  /** Also the mark that the second button gives to those without one. */
  readonly marks: readonly MarkInput[];
  readonly problems: readonly RegisterProblem[];
  /** Lines that were changed on the page and, since it was made, by somebody else. */
  readonly conflicts: readonly MarkInput[];
  /** Lines that were changed on the page, by enrolment; the others show what is stored now. */
  readonly typed: ReadonlyMap<string, TypedLine>;
}

/**
 * The hidden field `seen`: the lines that the page shows, e.g. `e1;e2,present;e3,absent,0f3a…`, the last one with the
 * beginning of its reason's fingerprint.
 */
export function shownLines(lines: readonly RegisterLine[]): string {
  return lines
    .map(({ enrolmentId, mark, reason }) => [enrolmentId, mark, mark && reasonPrint(reason)])
    .map((cells) => cells.filter((cell) => cell !== null).join(','))
    .join(';');
}

/** By enrolment; `null`: shown without a mark. */
function readShown(seen: string): ReadonlyMap<string, ShownLine | null> {
  return new Map(
    seen.split(';').map((line): [string, ShownLine | null] => {
      const [enrolmentId = '', mark, print] = line.split(',');
      return [enrolmentId, isMark(mark) ? { mark, reasonPrint: print ?? null } : null];
    }),
  );
}

/**
 * Reads `mark-<enrolment>`, `reason-<enrolment>` and `seen`, and compares each line with what is stored now; ignores
 * people who are not on the register. The button for the rest marks only people whom the page showed.
 */
export function typedRegister(body: unknown, lines: readonly RegisterLine[]): TypedRegister {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const isRest = textOf(sent['rest']) === 'present';
  const shownTo = readShown(textOf(sent['seen']));
  const marks: MarkInput[] = [];
  const problems: RegisterProblem[] = [];
  const conflicts: MarkInput[] = [];
  const typed = new Map<string, TypedLine>();
  for (const line of lines) {
    const { enrolmentId } = line;
    const chosen = textOf(sent[`mark-${enrolmentId}`]);
    const reason = textOf(sent[`reason-${enrolmentId}`]).replace(/\s+/g, ' ').trim() || null;
    const shown = shownTo.get(enrolmentId) ?? null;
    if (isMark(chosen)) {
      const input: MarkInput = { enrolmentId, mark: chosen, reason, shown };
      const problem = reasonProblem(enrolmentId, reason);
      const edit = lineEdit(input, shown, entryOf(line));
      marks.push(input);
      if (problem) problems.push(problem);
      if (edit === 'conflict') conflicts.push(input);
      if (edit !== 'none' || problem) typed.set(enrolmentId, input);
    } else if (line.mark === null) {
      const isGiven = isRest && shownTo.has(enrolmentId);
      if (isGiven) marks.push({ enrolmentId, mark: 'present', reason: null, shown, isForUnmarked: true });
      typed.set(enrolmentId, { mark: isGiven ? 'present' : null, reason });
    }
  }
  return { marks, problems, conflicts, typed };
}

function reasonProblem(enrolmentId: string, reason: string | null): RegisterProblem | null {
  const field = `reason-${enrolmentId}`;
  if (reason === null) return null;
  if ([...reason].length > LONGEST_REASON) return { key: 'form.too_long', field, values: { max: LONGEST_REASON } };
  return /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(reason)
    ? { key: 'form.no_controls', field, values: {} }
    : null;
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
    const { mark, reason } = typed?.typed.get(line.enrolmentId) ?? line;
    const problem = typed?.problems.find(({ field }) => field === `reason-${line.enrolmentId}`);
    const conflict = typed?.conflicts.find(({ enrolmentId }) => enrolmentId === line.enrolmentId);
    const errors = [
      ...(problem ? [translator.t(problem.key, problem.values)] : []),
      ...(conflict ? [conflictText(line, conflict, translator)] : []),
    ];
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
      reasonText: reason ?? '',
      error: errors.length === 0 ? null : errors.join(' '),
    };
  });
}

function conflictText(line: RegisterLine, sent: LineEntry, translator: RequestContext['translator']): string {
  const textOfEntry = ({ mark, reason }: LineEntry): string => {
    const markText = translator.t(`register.mark_${mark}`);
    return reason === null ? markText : translator.t('register.mark_and_reason', { mark: markText, reason });
  };
  const now = entryOf(line);
  return translator.t('register.changed_meanwhile', {
    now: now && textOfEntry(now),
    by: line.markedByName,
    at: line.markedAt,
    typed: textOfEntry({ ...sent, reason: recordedReason(sent) }),
  });
}
