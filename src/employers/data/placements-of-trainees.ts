import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import type { PlacementOfTrainee, TraineePlacements } from '../../trainees/index.js';

/** The placements shown on a trainee's page. */
@Injectable()
export class PlacementsOfTrainees implements TraineePlacements {
  constructor(private readonly reads: ReadDatabase) {}

  list(traineeId: string): Promise<PlacementOfTrainee[]> {
    return this.reads.query<PlacementOfTrainee>(sql`
      SELECT p.id AS "id", p.employer_id AS "employerId", m.name AS "employer", p.position_title AS "positionTitle", p.started_on AS "startedOn", p.ended_on AS "endedOn"
      FROM placement p JOIN employer m ON m.id = p.employer_id WHERE p.trainee_id = ${traineeId} ORDER BY p.started_on DESC, p.id`);
  }

  hasAny(traineeId: Sql): Sql {
    return sql`EXISTS (SELECT 1 FROM placement p WHERE p.trainee_id = ${traineeId})`;
  }
}
