import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/index.js';
import type { PlannedPattern } from '../../plans/index.js';
import { TimetablePattern } from '../data/timetable-pattern.entity.js';

/** The pattern is kept as it was laid out last. */
@Injectable()
export class KeepPlannedPattern implements PlannedPattern {
  async execute(
    tx: Transaction,
    { id, startDate }: { readonly id: string; readonly startDate: string },
  ): Promise<void> {
    const known = await tx.of(TimetablePattern).findOneBy({ id });
    if (known)
      await tx
        .of(TimetablePattern)
        .update({ id }, { definition: { ...known.definition, startDate }, appliedAt: tx.now });
  }
}
