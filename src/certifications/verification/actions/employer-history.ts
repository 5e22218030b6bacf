import { Injectable } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import { type QueryFunction, ReadDatabase, storedObject } from '../../../platform/index.js';
import { RegisterBinding, RegisterMark, ReportAlteredRecord } from '../../binding/index.js';
import type { KeptCheck } from '../data/kept-check.js';
import { history, historyAfter, historyParts, isCheckBound, type StoredLine } from '../data/verification-history.js';
import type { RowChecks, VerdictNow } from '../domain/answer-row.js';
import type { Withheld } from '../domain/try-limits.js';
import { type KnownVerdicts, VerdictsNow } from './verdicts-now.js';

/** One question of an employer and its answer. */
export interface HistoryLine extends Omit<KeptCheck, 'checks' | 'withheld' | 'employerId' | 'certificateId'> {
  readonly batchId: string | null;
  readonly line: number | null;
  readonly checks: RowChecks | null;
  /**
   * Why the answer was withheld; `null` if it was not. `altered`: the stored line was altered, or is from before
   * answers were bound.
   */
  readonly withheld: Withheld | 'altered' | null;
}

/** With what holds today; `null` if the answer was about no certificate. */
export type LineToday = HistoryLine & { readonly now: VerdictNow | null };

/** Past questions and answers. A line that was forged or altered shows no verdict. */
@Injectable()
export class EmployerHistory {
  private readonly query: QueryFunction;

  constructor(
    reads: ReadDatabase,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
    private readonly mark: RegisterMark,
    private readonly verdicts: VerdictsNow,
  ) {
    this.query = reads.query;
  }

  async page(where: Sql, part: Parameters<typeof history>[2]): Promise<LineToday[]> {
    return this.today(await history(this.query, where, part));
  }

  /** For programs: lines older than `after`, newest first. */
  async after(employerId: string, part: Parameters<typeof historyAfter>[2]): Promise<LineToday[]> {
    return this.today(await historyAfter(this.query, employerId, part));
  }

  /**
   * Yields the newest `most` lines in parts; between parts the caller yields to requests. Each line is checked; what
   * holds today of a certificate is looked up once, because employers verify the same ones again and again.
   */
  async *parts(where: Sql, most: number): AsyncGenerator<readonly LineToday[]> {
    const known: KnownVerdicts = new Map();
    for await (const part of historyParts(this.query, where, most)) yield this.today(part, known);
  }

  /** These lines, with what holds today. */
  async today(stored: readonly StoredLine[], known?: KnownVerdicts): Promise<LineToday[]> {
    const lines = await this.confirmedLines(stored);
    const now = await this.verdicts.execute(
      lines.map(({ verdict, askedNumber: number, askedName: name }, at) => ({
        verdict,
        certificateId: stored[at]!.certificateId,
        question: number === null || name === null ? null : { number, name },
      })),
      known,
    );
    return lines.map((line, at) => ({ ...line, now: now[at] ?? null }));
  }

  private async confirmedLines(lines: readonly StoredLine[]): Promise<HistoryLine[]> {
    const unconfirmed = new Set(lines.filter((line) => !isCheckBound(this.binding.key, line)));
    const noneIsOld = this.mark.seen.unbound === 0;
    const altered = [...unconfirmed].find(({ mac }) => mac !== null || noneIsOld);
    if (altered)
      await this.report.execute({
        subject: 'register',
        id: `check ${altered.id}`,
        label: altered.id,
        finding: 'a line of an employer’s history differs from what was answered',
      });
    return lines.map((line) =>
      unconfirmed.has(line)
        ? { ...line, verdict: 'couldNotCheck', reason: null, checks: null, withheld: 'altered' }
        : { ...line, checks: line.checks === null ? null : storedObject<RowChecks>(line.checks) },
    );
  }
}
