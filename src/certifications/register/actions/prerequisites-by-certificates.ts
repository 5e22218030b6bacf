import { Injectable } from '@nestjs/common';
import type { HeldAchievements, Prerequisites } from '../../../enrolment/index.js';
import type { QueryFunction } from '../../../platform/index.js';
import { isInOrder, RegisterBinding } from '../../binding/index.js';
import { certificatesOfTrainees, verdictOn } from '../../core/index.js';

/** Answers the enrolment module's question: which achievements a trainee holds on a day. */
@Injectable()
export class PrerequisitesByCertificates implements Prerequisites {
  constructor(private readonly binding: RegisterBinding) {}

  /** A record that is not as it was issued opens no cohort: what is counted is taken from those that were checked. */
  async heldBy(query: QueryFunction, traineeIds: readonly string[], day: string): Promise<HeldAchievements> {
    const held = new Map(traineeIds.map((id) => [id, new Set<string>()]));
    const ids = await certificatesOfTrainees(query, traineeIds);
    for (const record of ids.length === 0 ? [] : await this.binding.records(query, ids)) {
      const { traineeId, achievementId, expiresOn } = record.frozen;
      const counts =
        verdictOn(day, { state: record.state, expiresOn }) === 'valid' && isInOrder(this.binding.answerFor(record));
      if (counts) held.get(traineeId)?.add(achievementId);
    }
    return held;
  }
}
