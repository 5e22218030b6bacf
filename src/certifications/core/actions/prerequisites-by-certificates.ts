import { Injectable } from '@nestjs/common';
import type { Prerequisites } from '../../../enrolment/index.js';
import type { QueryFunction } from '../../../platform/index.js';
import { achievementsHeld } from '../data/certificates.js';

/** Answers the enrolment module's question: which achievements a trainee holds on a day. */
@Injectable()
export class PrerequisitesByCertificates implements Prerequisites {
  heldBy(query: QueryFunction, traineeId: string, day: string): Promise<readonly string[]> {
    return achievementsHeld(query, traineeId, day);
  }
}
