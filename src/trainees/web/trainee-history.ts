import { Inject, Injectable } from '@nestjs/common';
import {
  type CertificateOfTrainee,
  TRAINEE_CERTIFICATES,
  type TraineeCertificates,
} from '../domain/trainee-certificates.js';
import { type EnrolmentOfTrainee, TRAINEE_ENROLMENTS, type TraineeEnrolments } from '../domain/trainee-enrolments.js';
import { type PlacementOfTrainee, TRAINEE_PLACEMENTS, type TraineePlacements } from '../domain/trainee-placements.js';
import { type ResultOfTrainee, TRAINEE_RESULTS, type TraineeResults } from '../domain/trainee-results.js';

/** A trainee's history, from several modules; each list newest first. */
export interface TraineeHistory {
  readonly enrolments: readonly EnrolmentOfTrainee[];
  readonly results: readonly ResultOfTrainee[];
  readonly certificates: readonly CertificateOfTrainee[];
  readonly placements: readonly PlacementOfTrainee[];
}

@Injectable()
export class TraineeHistories {
  constructor(
    @Inject(TRAINEE_ENROLMENTS) private readonly enrolments: TraineeEnrolments,
    @Inject(TRAINEE_RESULTS) private readonly results: TraineeResults,
    @Inject(TRAINEE_CERTIFICATES) private readonly certificates: TraineeCertificates,
    @Inject(TRAINEE_PLACEMENTS) private readonly placements: TraineePlacements,
  ) {}

  /** @param today `YYYY-MM-DD`. */
  async of(traineeId: string, today: string): Promise<TraineeHistory> {
    const [enrolments, results, certificates, placements] = await Promise.all([
      this.enrolments.list(traineeId),
      this.results.list(traineeId),
      this.certificates.list(traineeId, today),
      this.placements.list(traineeId),
    ]);
    return { enrolments, results, certificates, placements };
  }
}
