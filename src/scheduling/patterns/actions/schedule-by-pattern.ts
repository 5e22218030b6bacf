import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  type Actor,
  isRefused,
  newId,
  NotAllowed,
  NotFound,
  type Refused,
  UnitOfWork,
} from '../../../platform/index.js';
import {
  academyCalendar,
  type TimetableChangeResult,
  ChangeTimetable,
  cohortForTimetable,
  slotOf,
} from '../../core/index.js';
import { TimetablePattern } from '../data/timetable-pattern.entity.js';
import { previewPattern } from '../domain/pattern-preview.js';
import type { PatternPlanRefusalCode } from '../domain/refusals.js';
import type { WeeklyPattern } from '../domain/weekly-pattern.js';

export interface PatternInput {
  readonly cohortCode: string;
  readonly pattern: WeeklyPattern;
  readonly overrideReason?: string | null;
}

@Injectable()
export class ScheduleByPattern {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly change: ChangeTimetable,
  ) {}

  /**
   * Schedules all sessions of a pattern, or none, and stores the pattern so that it can be re-applied.
   * @throws NotFound for an unknown cohort
   */
  execute(
    actor: Actor,
    { cohortCode, pattern, overrideReason = null }: PatternInput,
  ): Promise<TimetableChangeResult | Refused<PatternPlanRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const { query } = tx;
      const cohort = await cohortForTimetable(query, { code: cohortCode });
      if (!cohort) throw new NotFound();
      const preview = previewPattern(pattern, await academyCalendar(query));
      if (isRefused(preview)) return preview;
      const patternId = newId();
      await tx
        .of(TimetablePattern)
        .insert({ id: patternId, cohortId: cohort.id, definition: pattern, createdAt: tx.now, appliedAt: tx.now });
      const planned = preview.entries.filter((one) => one.outcome === 'planned');
      return this.change.execute(
        tx,
        planned.map((one) => ({
          kind: 'place',
          cohortId: cohort.id,
          slot: slotOf(one),
          pattern: { patternId, slot: one.slot },
        })),
        { overrideReason },
      );
    });
  }
}
