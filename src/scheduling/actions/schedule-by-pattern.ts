import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, isRefused, NotAllowed, type Refused, UnitOfWork } from '../../platform/index.js';
import { academyCalendar } from '../data/academy-days.js';
import { previewPattern } from '../domain/pattern-preview.js';
import type { SchedulingRefusalCode } from '../domain/refusals.js';
import type { WeeklyPattern } from '../domain/weekly-pattern.js';
import { AddSessions, type Scheduled } from './add-sessions.js';

export interface WantedPattern {
  readonly cohortCode: string;
  readonly pattern: WeeklyPattern;
  readonly roomId: string | null;
  readonly instructorId: string | null;
}

@Injectable()
export class ScheduleByPattern {
  constructor(private readonly unitOfWork: UnitOfWork, private readonly add: AddSessions) {}

  /** Places every session of a pattern, or none: refused where any date clashes. @throws NotFound for an unknown cohort. */
  place(actor: Actor, { pattern, ...wanted }: WantedPattern): Promise<Scheduled | Refused<SchedulingRefusalCode>> {
    if (!may(actor, 'session.schedule')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const cohort = await this.add.cohort(tx, wanted);
      if (isRefused(cohort)) return cohort;
      const preview = previewPattern(pattern, await academyCalendar(tx.rows.bind(tx)));
      if (isRefused(preview)) return preview;
      return this.add.to(tx, cohort, { ...wanted, spans: preview.entries.filter((one) => one.outcome === 'planned') });
    });
  }
}
