import { Injectable } from '@nestjs/common';
import type { Sql } from 'sql-template-tag';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import type { CertificateOfTrainee, TraineeCertificates } from '../../../trainees/index.js';
import { certificatesOfTrainees, verdictOn } from '../../core/index.js';
import type { OpenedCertificate } from '../data/shown-certificate.js';
import {
  countTraineeCertificates,
  hasCertificate,
  hasValidCertificate,
  validCertificateCount,
} from '../data/trainee-certificates.js';
import { OpenCertificates } from './open-certificates.js';

/** Tells the trainees' pages which certificates each trainee holds. */
@Injectable()
export class CertificatesOfTrainees implements TraineeCertificates {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly open: OpenCertificates,
  ) {}

  async list(traineeId: string, today: string): Promise<CertificateOfTrainee[]> {
    const opened = await this.open.execute(await certificatesOfTrainees(this.reads.query, [traineeId]));
    return [...opened.values()]
      .filter(({ shown }) => shown === null || shown.certificate.traineeId === traineeId)
      .flatMap((one) => certificateOf(one, today) ?? [])
      .sort(newestFirst);
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

/** Of an altered record only what leads to its page; `null`: its row is gone. */
function certificateOf({ record, shown }: OpenedCertificate, today: string): CertificateOfTrainee | null {
  if (!record) return null;
  const { id, number, frozen } = record;
  const { token } = frozen;
  if (!shown)
    return { id, number, token, state: 'unchecked', nameZh: null, nameEn: null, issuedOn: null, expiresOn: null };
  const { facts, expiresOn } = shown.certificate;
  const { nameZh, nameEn } = facts.achievement;
  const state = verdictOn(today, shown.certificate);
  return { id, number, token, state, nameZh, nameEn, issuedOn: facts.issuedOn, expiresOn };
}

/** Those that could not be checked first. */
function newestFirst(one: CertificateOfTrainee, other: CertificateOfTrainee): number {
  const [its, others] = [one, other].map(({ issuedOn, number }) => `${issuedOn ?? '9999'} ${number}`);
  return (its ?? '') < (others ?? '') ? 1 : -1;
}
