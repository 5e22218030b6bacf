import { Injectable } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import { achievementsHeld } from '../data/certificates.js';

/** Answers the enrolment module's question: which achievements a trainee holds on a day. */
@Injectable()
export class PrerequisitesByCertificates {
  heldBy(query: <Row>(sql: Sql) => Promise<Row[]>, traineeId: string, day: string): Promise<readonly string[]> {
    return achievementsHeld(query, traineeId, day);
  }
}
