/** Injection token for `TraineeResults`; the application module binds the implementation of `attendance`. */
export const TRAINEE_RESULTS = Symbol('TraineeResults');

export interface ResultOfTrainee {
  readonly cohortCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly score: number;
  readonly fullScore: number;
  readonly passScore: number;
}

export interface TraineeResults {
  /** Newest cohort first. */
  list(traineeId: string): Promise<ResultOfTrainee[]>;
}
