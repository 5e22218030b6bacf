import { createHash } from 'node:crypto';
import type { VerificationVerdict } from '../../core/index.js';
import { boundAnswer, type StoredAnswer } from './answer-rows.js';
import type { StoredLine } from './verification-history.js';

/** Lists of which the answers are kept; at 10,000 rows each takes about 1 MB. */
const MOST_LISTS = 8;

/** What a page of an answered list shows, as stored. */
export interface ShownAnswers {
  /** The rows with this verdict, or with any, from `offset` on, at most `limit`. */
  readonly lines: readonly StoredLine[];
  readonly verdict: VerificationVerdict | null;
  readonly offset: number;
  readonly limit: number;
  /** Of the whole list. */
  readonly counts: ReadonlyMap<VerificationVerdict, number>;
}

interface Answers {
  /** In order. */
  readonly rows: readonly { readonly verdict: VerificationVerdict; readonly digest: string }[];
  readonly counts: ReadonlyMap<VerificationVerdict, number>;
}

/**
 * Answers that were compared with what was signed, so that not every page of a long list compares all of them again.
 * Only digests are kept. A list is found by its id and by when it was answered.
 */
export class ComparedAnswers {
  /** Least recently used first. */
  private readonly lists = new Map<string, Answers>();

  add(list: string, answers: readonly StoredAnswer[]): void {
    const counts = new Map<VerificationVerdict, number>();
    for (const { verdict } of answers) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    this.use(list, { rows: answers.map((answer) => ({ verdict: answer.verdict, digest: digestOf(answer) })), counts });
    const [oldest] = this.lists.keys();
    if (this.lists.size > MOST_LISTS && oldest !== undefined) this.lists.delete(oldest);
  }

  /** Whether these are the answers that were compared. `false` also if the list was not compared or is not kept. */
  has(list: string, { lines, counts, verdict, offset, limit }: ShownAnswers): boolean {
    const known = this.lists.get(list);
    if (!known) return false;
    this.use(list, known);
    const all = verdict === null ? known.rows : known.rows.filter((row) => row.verdict === verdict);
    const expected = all.slice(offset, offset + limit);
    return (
      counts.size === known.counts.size &&
      [...counts].every(([one, count]) => known.counts.get(one) === count) &&
      lines.length === expected.length &&
      lines.every((line, at) => expected[at]?.digest === digestOfLine(line))
    );
  }

  /** Whether each of these lines is one of the answers that were compared, such as those that a search has found. */
  hasEach(list: string, lines: readonly StoredLine[]): boolean {
    const digests = new Set(this.lists.get(list)?.rows.map(({ digest }) => digest));
    return lines.every((line) => digests.has(digestOfLine(line)));
  }

  private use(list: string, answers: Answers): void {
    this.lists.delete(list);
    this.lists.set(list, answers);
  }
}

function digestOfLine({ line, askedNumber, askedName, verdict, checks, withheld, certificateId }: StoredLine): string {
  const [number, name] = [askedNumber ?? '', askedName ?? ''];
  return digestOf({ line: line ?? 0, number, name, verdict, checks: checks ?? '', withheld, certificateId });
}

const digestOf = (answer: StoredAnswer): string =>
  createHash('sha256')
    .update(JSON.stringify(boundAnswer(answer)))
    .digest('base64')
    .slice(0, 24);
