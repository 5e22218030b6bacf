import { Inject, Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { NotFound, refuse, type Refusal, refused, type Refused, type Transaction } from '../../../platform/index.js';
import { changeFacts } from '../data/change-facts.js';
import { judgeChanges, type JudgedChange, type SessionChange } from '../domain/change-set.js';
import { isReasonOfSubstance, LEAST_REASON } from '../domain/override.js';
import type { ChangeRefusalCode } from '../domain/refusals.js';
import { auditChanges } from './audit-changes.js';
import { lockForChanges } from './locks.js';
import { TIMETABLE_CHANGES, type TimetableChanges } from './timetable-changes.js';
import { freeHolds, writeChange } from './write-session.js';

/** Maximum number of reasons returned; previews show all of them beside the sessions. */
const MOST_REASONS = 20;

export interface TimetableChangeResult {
  readonly sessionIds: readonly string[];
  /** In the order of the changes. */
  readonly numbers: readonly number[];
  readonly cohortCode: string;
  /** Number of people who will be notified by the bulletin. */
  readonly recipients: number;
}

/** The override reason; null: no override. */
export interface ChangeOptions {
  readonly overrideReason: string | null;
}

/**
 * The only way to change the timetable, from pages, patterns, plans, repairs and imports. Checks all changes together
 * in their final state, writes all or none with audit entries, and adds them to one bulletin.
 */
@Injectable()
export class ChangeTimetable {
  constructor(@Inject(TIMETABLE_CHANGES) private readonly bulletin: TimetableChanges) {}

  /** @throws NotFound for an unknown session or cohort */
  async execute(
    tx: Transaction,
    changes: readonly SessionChange[],
    { overrideReason }: ChangeOptions = { overrideReason: null },
  ): Promise<TimetableChangeResult | Refused<ChangeRefusalCode>> {
    await lockForChanges(tx, changes);
    const { timetable, inHand } = await changeFacts(tx.query, changes, tx.now);
    if (inHand.length < changes.length) throw new NotFound();
    const judged = judgeChanges(timetable, inHand);
    const against = reasonsOf(judged, overrideReason);
    if (against.length > 0) return refused(...against.slice(0, MOST_REASONS));
    const isDoubtful = judged.some(({ doubtful }) => doubtful.length > 0);
    if (isDoubtful && !may(tx.actor, 'session.override')) return refused(refuse('overrideNotAllowed'));
    if (isDoubtful && !isReasonOfSubstance(overrideReason ?? ''))
      return refused(refuse('overrideReasonEmpty', { least: LEAST_REASON }, 'overrideReason'));
    await freeHolds(
      tx,
      judged.flatMap(({ session }) => session?.id ?? []),
    );
    for (const one of judged) await writeChange(tx, one, overrideReason);
    await auditChanges(tx, judged, overrideReason);
    const recipients = await this.bulletin.execute(tx, judged);
    return {
      sessionIds: judged.map(({ id }) => id),
      numbers: judged.map(({ number }) => number),
      cohortCode: judged[0]?.cohort.code ?? '',
      recipients,
    };
  }
}

/** Remaining refusals of the changes, each with its change (`at`, from 0). */
export function reasonsOf(
  judged: readonly JudgedChange[],
  overrideReason: string | null,
): Refusal<ChangeRefusalCode>[] {
  return judged.flatMap(({ forbidden, doubtful }, at) =>
    [...forbidden, ...(overrideReason === null ? doubtful : [])].map((reason) =>
      refuse<ChangeRefusalCode>(reason.code, { ...reason.data, at }, reason.field),
    ),
  );
}
