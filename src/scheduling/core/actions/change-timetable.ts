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

/** Most reasons told at once; a preview shows every one beside its session. */
const MOST_REASONS = 20;

export interface Changed {
  readonly sessionIds: readonly string[];
  /** By the order of the changes. */
  readonly numbers: readonly number[];
  readonly cohortCode: string;
  /** People who will be told once the bulletin goes out. */
  readonly recipients: number;
}

/** Why a rule may be overridden; null: it may not. */
export interface ChangeOptions {
  readonly overrideReason: string | null;
}

/**
 * The one way in which the timetable changes: from a page, a pattern, a plan, a repair, an import. Judged together as
 * they would stand, written all or none, each with its audit line, and told in one bulletin.
 */
@Injectable()
export class ChangeTimetable {
  constructor(@Inject(TIMETABLE_CHANGES) private readonly bulletin: TimetableChanges) {}

  /** @throws NotFound for an unknown session or cohort. */
  async execute(
    tx: Transaction,
    changes: readonly SessionChange[],
    { overrideReason }: ChangeOptions = { overrideReason: null },
  ): Promise<Changed | Refused<ChangeRefusalCode>> {
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

/** What still forbids the changes, each naming which of them it is (`at`, from 0). */
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
