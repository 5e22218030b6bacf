import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import type { PlannedPattern } from '../../plans/index.js';
import { TimetablePattern } from '../data/timetable-pattern.entity.js';

/** Stores the start date of the last application. */
@Injectable()
export class KeepPlannedPattern implements PlannedPattern {
  async execute(
    tx: Transaction,
    { id, startDate }: { readonly id: string; readonly startDate: string },
  ): Promise<void> {
    const pattern = await tx.of(TimetablePattern).findOneBy({ id });
    if (pattern)
      await tx
        .of(TimetablePattern)
        .update({ id }, { definition: { ...pattern.definition, startDate }, appliedAt: tx.now });
  }
}
