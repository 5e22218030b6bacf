import { Injectable } from '@nestjs/common';
import type { Prerequisites } from '../../../enrolment/index.js';
import type { QueryFunction } from '../../../platform/index.js';
import { isInOrder, RegisterBinding } from '../../binding/index.js';
import { certificatesOfTrainee, verdictOn } from '../../core/index.js';

/** Answers the enrolment module's question: which achievements a trainee holds on a day. */
@Injectable()
export class PrerequisitesByCertificates implements Prerequisites {
  constructor(private readonly binding: RegisterBinding) {}

  /** A record that is not as it was issued opens no cohort: what is counted is taken from those that were checked. */
  async heldBy(query: QueryFunction, traineeId: string, day: string): Promise<readonly string[]> {
    const ids = await certificatesOfTrainee(query, traineeId);
    if (ids.length === 0) return [];
    const held = (await this.binding.records(query, ids)).filter(
      (record) =>
        record.frozen.traineeId === traineeId &&
        verdictOn(day, { state: record.state, expiresOn: record.frozen.expiresOn }) === 'valid' &&
        isInOrder(this.binding.answerFor(record)),
    );
    return [...new Set(held.map(({ frozen }) => frozen.achievementId))];
  }
}
