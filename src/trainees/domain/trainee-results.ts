/** The token under which attendance brings its `TraineeResults`; bound in the application's module. */
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
  /** Of the newest cohort first. */
  list(traineeId: string): Promise<ResultOfTrainee[]>;
}
