import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { type QueryFunction, ReadDatabase } from '../../../platform/index.js';
import type { CertificateOfTrainee, TraineeCertificates } from '../../../trainees/index.js';
import { type CertificateState, isValid, verdictOn } from '../../core/index.js';
import { FindAlteredCertificates } from '../actions/find-altered-certificates.js';

type Stored = Omit<CertificateOfTrainee, 'state'> & { readonly state: CertificateState };

/** Tells the trainees' pages which certificates each holds. */
@Injectable()
export class CertificatesOfTrainees implements TraineeCertificates {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly findAltered: FindAlteredCertificates,
  ) {}

  async of(traineeId: string, today: string): Promise<CertificateOfTrainee[]> {
    const rows = await this.reads.query<Stored>(sql`
      SELECT c.id AS "id", c.number AS "number", c.token AS "token", a.name_zh AS "nameZh", a.name_en AS "nameEn", c.state AS "state",
        c.issued_on AS "issuedOn", c.expires_on AS "expiresOn"
      FROM certificate c JOIN achievement a ON a.id = c.achievement_id WHERE c.trainee_id = ${traineeId} ORDER BY c.issued_on DESC, c.number DESC`);
    const altered = await this.findAltered.execute(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...row, state: altered.has(row.id) ? 'unchecked' : verdictOn(today, row) }));
  }

  async count(query: QueryFunction, traineeId: string): Promise<number> {
    const [row] = await query<{ n: number }>(
      sql`SELECT COUNT(*) AS "n" FROM certificate WHERE trainee_id = ${traineeId}`,
    );
    return Number(row?.n ?? 0);
  }

  valid(traineeId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM certificate c WHERE c.trainee_id = ${traineeId} AND ${isValid('c')})`;
  }

  hasValid(traineeId: Sql): Sql {
    return sql`EXISTS (SELECT 1 FROM certificate c WHERE c.trainee_id = ${traineeId} AND ${isValid('c')})`;
  }

  hasAny(traineeId: Sql): Sql {
    return sql`EXISTS (SELECT 1 FROM certificate c WHERE c.trainee_id = ${traineeId})`;
  }
}
