import { Injectable } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import type { CertificateOfTrainee, TraineeCertificates } from '../../../trainees/index.js';
import { verdictOn } from '../../core/index.js';
import {
  countTraineeCertificates,
  hasCertificate,
  hasValidCertificate,
  traineeCertificates,
  validCertificateCount,
} from '../data/trainee-certificates.js';
import { FindAlteredCertificates } from './find-altered-certificates.js';

/** Tells the trainees' pages which certificates each trainee holds. */
@Injectable()
export class CertificatesOfTrainees implements TraineeCertificates {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly findAltered: FindAlteredCertificates,
  ) {}

  async list(traineeId: string, today: string): Promise<CertificateOfTrainee[]> {
    const rows = await traineeCertificates(this.reads.query, traineeId);
    const altered = await this.findAltered.execute(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, state: altered.has(row.id) ? 'unchecked' : verdictOn(today, row) }));
  }

  count(query: QueryFunction, traineeId: string): Promise<number> {
    return countTraineeCertificates(query, traineeId);
  }

  valid(traineeId: Sql): Sql {
    return validCertificateCount(traineeId);
  }

  hasValid(traineeId: Sql): Sql {
    return hasValidCertificate(traineeId);
  }

  hasAny(traineeId: Sql): Sql {
    return hasCertificate(traineeId);
  }
}
