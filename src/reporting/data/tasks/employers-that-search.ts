import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf } from '../../../platform/index.js';
import type { Task } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

interface SearchingEmployer {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly misses: number;
  readonly withheld: number;
  readonly lastAt: number;
}

/** Employers whose answers are withheld because of too many misses, until somebody has reviewed it. */
@Injectable()
export class EmployersThatSearch extends TaskQuery<SearchingEmployer> {
  readonly kind = 'employerSearch';

  protected query(): Sql {
    return sql`
      SELECT e.id AS "id", e.name AS "name", e.name_en AS "nameEn", MAX(a.misses) AS "misses", SUM(a.withheld) AS "withheld", MAX(a.last_at) AS "lastAt"
      FROM verification_alarm a JOIN employer e ON e.id = a.employer_id WHERE a.seen_at IS NULL GROUP BY e.id, e.name, e.name_en ORDER BY MAX(a.last_at), e.id`;
  }

  protected taskOf({ id, name, nameEn, misses, withheld, lastAt }: SearchingEmployer): Task {
    return {
      kind: this.kind,
      due: dayOf(Number(lastAt)),
      href: `/office/employers/${id}/verifications`,
      code: '',
      titleZh: name,
      titleEn: nameEn ?? name,
      values: { misses: Number(misses), withheld: Number(withheld), lastAt: Number(lastAt) },
    };
  }
}
