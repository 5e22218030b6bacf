import { Inject, Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import { TRAINEE_CERTIFICATES, type TraineeCertificates } from '../domain/trainee-certificates.js';
import { TRAINEE_ENROLMENTS, type TraineeEnrolments } from '../domain/trainee-enrolments.js';

export const ACCOUNT_FILTERS = ['with', 'without', 'unverified'] as const;
export const TRAINING_FILTERS = ['enrolled', 'completed', 'certified', 'none'] as const;

export interface TraineeFilter {
  readonly q: string;
  readonly account: string;
  readonly training: string;
  readonly education: string;
}

export interface TraineeLine {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly workplace: string | null;
  readonly education: string | null;
  readonly bornOn: string | null;
  readonly createdAt: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly certificates: number;
  readonly hasAccount: number;
}

interface Slice {
  readonly page: number;
  /** `null`: all, for a download. */
  readonly size: number | null;
}

/** The list of trainees, also filtered by data of other modules. */
@Injectable()
export class TraineeList {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(TRAINEE_ENROLMENTS) private readonly enrolments: TraineeEnrolments,
    @Inject(TRAINEE_CERTIFICATES) private readonly certificates: TraineeCertificates,
  ) {}

  /** Newest first. */
  async rows(filter: TraineeFilter, { page, size }: Slice): Promise<TraineeLine[]> {
    const rows = await this.reads.query<TraineeLine>(sql`
      SELECT t.id AS "id", t.name AS "name", t.latin_name AS "latinName", t.email AS "email", t.phone AS "phone", t.workplace AS "workplace",
        t.education AS "education", t.born_on AS "bornOn", t.created_at AS "createdAt", CASE WHEN t.account_id IS NULL THEN 0 ELSE 1 END AS "hasAccount",
        ${this.enrolments.open(sql`t.id`)} AS "enrolled", ${this.enrolments.completed(sql`t.id`)} AS "completed",
        ${this.certificates.valid(sql`t.id`)} AS "certificates"
      ${this.filterClause(filter)} ORDER BY t.created_at DESC, t.id DESC ${size === null ? empty : sql`LIMIT ${size} OFFSET ${(page - 1) * size}`}`);
    return rows.map((row) => ({
      ...row,
      createdAt: Number(row.createdAt),
      enrolled: Number(row.enrolled),
      completed: Number(row.completed),
      certificates: Number(row.certificates),
    }));
  }

  count(filter: TraineeFilter): Promise<number> {
    return this.reads.count(sql`SELECT COUNT(*) AS "n" ${this.filterClause(filter)}`);
  }

  private filterClause({ q, account, training, education }: TraineeFilter): Sql {
    return sql`FROM trainee t LEFT JOIN account a ON a.id = t.account_id WHERE 1 = 1
      ${q === '' ? empty : sql`AND (${searchCondition(q)})`}
      ${education === '' ? empty : sql`AND t.education = ${education}`}
      ${account === 'with' ? sql`AND t.account_id IS NOT NULL` : account === 'without' ? sql`AND t.account_id IS NULL` : empty}
      ${account === 'unverified' ? sql`AND t.account_id IS NOT NULL AND a.email_verified_at IS NULL` : empty}
      ${training === 'enrolled' ? sql`AND ${this.enrolments.hasOpen(sql`t.id`)}` : empty}
      ${training === 'completed' ? sql`AND ${this.enrolments.hasCompleted(sql`t.id`)}` : empty}
      ${training === 'certified' ? sql`AND ${this.certificates.hasValid(sql`t.id`)}` : empty}
      ${training === 'none' ? sql`AND NOT ${this.enrolments.hasAny(sql`t.id`)}` : empty}`;
  }
}

/** Name, pinyin with or without spaces, email, or telephone with or without dashes. */
function searchCondition(q: string): Sql {
  const escaped = q.toLowerCase().replace(/[!%_]/g, '!$&');
  const like = `%${escaped}%`;
  const close = `%${escaped.replace(/[\s'-]/g, '')}%`;
  return sql`lower(t.name) LIKE ${like} ESCAPE '!' OR lower(t.latin_name) LIKE ${like} ESCAPE '!' OR lower(t.email) LIKE ${like} ESCAPE '!'
    OR replace(replace(replace(lower(t.latin_name), ' ', ''), '-', ''), '''', '') LIKE ${close} ESCAPE '!'
    OR replace(t.name, '·', '') LIKE ${close} ESCAPE '!' OR replace(t.phone, '-', '') LIKE ${close} ESCAPE '!'`;
}
