import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import { issuedSince, RegisterBinding, ReportAlteredRecord, WatchRegister } from '../../binding/index.js';
import type { CandidateRow } from '../data/candidates.js';
import { plannedEnrolments } from '../data/issuances.js';

/**
 * Confirms that trainees have no certificate yet before one is planned for them: a certificate whose row is hidden for
 * a moment, maybe a revoked one, must not lead to another. What was planned and not yet issued is read without an
 * index; bindings are added up, and each is compared with its certificate, so that an index that lacks one is noticed.
 */
@Injectable()
export class ConfirmNoneCertified {
  constructor(
    private readonly binding: RegisterBinding,
    private readonly watch: WatchRegister,
    private readonly report: ReportAlteredRecord,
  ) {}

  /** @returns `false`: somebody has one, or it cannot be told, which is reported */
  async execute(tx: Transaction, people: readonly CandidateRow[]): Promise<boolean> {
    // Certificates of an enrolment are issued after it has ended.
    const since = Math.min(...people.map(({ endedAt }) => endedAt ?? 0));
    const issued = await issuedSince(tx.query, this.binding.key, since);
    const enrolments = new Set(people.map(({ enrolmentId }) => enrolmentId));
    // Of any achievement: which one a course leads to may have been altered as well.
    const held = issued?.records.filter(({ enrolmentId }) => enrolments.has(enrolmentId ?? ''));
    const hidden = [...(issued?.altered ?? []), ...(held ?? []).map(({ id }) => id)];
    const planned = await plannedEnrolments(tx, [...enrolments]);
    if (issued && hidden.length === 0 && planned.length === 0) return true;
    tx.atEnd(async () => {
      if (!issued || planned.length > 0) await this.watch.executeWithSum();
      for (const id of hidden)
        await this.report.execute({
          subject: 'certificate',
          id,
          label: issued?.records.find((one) => one.id === id)?.number ?? id,
          finding: 'its row was altered or hidden while an issue was to begin',
        });
    });
    return false;
  }
}
