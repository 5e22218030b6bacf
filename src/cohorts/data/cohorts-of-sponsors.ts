import { Inject, Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { SponsoredCohort, SponsoredCohorts } from '../../employers/index.js';
import { ReadDatabase } from '../../platform/index.js';
import { COHORT_ENROLMENTS, type CohortEnrolments } from '../domain/cohort-enrolments.js';
import { phaseOf } from '../domain/phase.js';
import type { CohortState } from '../domain/states.js';

type StoredCohort = Omit<SponsoredCohort, 'phase'> & { readonly state: CohortState };

@Injectable()
export class CohortsOfSponsors implements SponsoredCohorts {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
  ) {}

  async list(employerId: string, today: string): Promise<SponsoredCohort[]> {
    const rows = await this.reads.query<StoredCohort>(sql`
      SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", c.starts_on AS "startsOn", c.state AS "state",
        ${this.enrolments.seated(sql`c.id`)} AS "seated"
      FROM cohort c JOIN course_version v ON v.id = c.course_version_id WHERE c.sponsor_employer_id = ${employerId} ORDER BY c.starts_on DESC`);
    return rows.map(({ state, ...row }) => ({
      ...row,
      phase: phaseOf({ state, startsOn: row.startsOn }, today),
      seated: Number(row.seated),
    }));
  }

  ofEmployer(employerId: Sql): Sql {
    return sql`(SELECT COUNT(*) FROM cohort c WHERE c.sponsor_employer_id = ${employerId})`;
  }
}
