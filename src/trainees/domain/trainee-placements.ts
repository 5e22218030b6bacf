import type { Sql } from 'sql-template-tag';

/** Injection token for `TraineePlacements`; the application module binds the implementation of `employers`. */
export const TRAINEE_PLACEMENTS = Symbol('TraineePlacements');

export interface PlacementOfTrainee {
  readonly id: string;
  readonly employerId: string;
  readonly employer: string;
  readonly positionTitle: string;
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export interface TraineePlacements {
  /** Newest first. */
  list(traineeId: string): Promise<PlacementOfTrainee[]>;
  /** A condition for a query of this module; `traineeId` is a column of that query. */
  hasAny(traineeId: Sql): Sql;
}
