import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import type { Outcome } from '../domain/outcomes.js';
import type { Span } from '../domain/spans.js';
import { outcomeRows } from './outcome-rows.js';

/** The people behind one figure, narrowed by a search. */
export interface PeopleQuery {
  readonly kind: Outcome;
  readonly spans: readonly Span[];
  /** A track's code, `none` for rows without a track, `null` for all. */
  readonly track: string | null;
  readonly q: string;
}

/**
 * One row of the list: a person and the outcome. `reference` is a cohort's code, a certificate's number or an employer.
 */
export interface PersonRow {
  readonly id: string;
  readonly traineeId: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly workplace: string | null;
  readonly trackZh: string | null;
  readonly trackEn: string | null;
  readonly reference: string;
  readonly detailZh: string;
  readonly detailEn: string;
  /** Either an instant or a day is set. */
  readonly at: number | null;
  readonly day: string | null;
}

interface Detail {
  readonly from: Sql;
  readonly columns: Sql;
  readonly reference: Sql;
  readonly when: Sql;
}

const DETAIL: Readonly<Record<Outcome, Detail>> = {
  trained: {
    from: sql`JOIN enrolment e ON e.id = o.id JOIN cohort c ON c.id = e.cohort_id JOIN course_version v ON v.id = c.course_version_id`,
    columns: sql`c.code AS "reference", v.title_zh AS "detailZh", v.title_en AS "detailEn", c.completed_at AS "at", NULL AS "day"`,
    reference: sql`c.code`,
    when: sql`c.completed_at`,
  },
  certified: {
    from: sql`JOIN certificate ce ON ce.id = o.id JOIN achievement a ON a.id = ce.achievement_id`,
    columns: sql`ce.number AS "reference", a.name_zh AS "detailZh", a.name_en AS "detailEn", NULL AS "at", ce.issued_on AS "day"`,
    reference: sql`ce.number`,
    when: sql`ce.issued_on`,
  },
  placed: {
    from: sql`JOIN placement p ON p.id = o.id JOIN employer em ON em.id = p.employer_id`,
    columns: sql`em.name AS "reference", p.position_title AS "detailZh", p.position_title AS "detailEn", NULL AS "at", p.started_on AS "day"`,
    reference: sql`em.name`,
    when: sql`p.started_on`,
  },
};

@Injectable()
export class OutputPeople {
  constructor(private readonly reads: ReadDatabase) {}

  count(query: PeopleQuery): Promise<number> {
    return this.reads.count(sql`SELECT COUNT(*) AS "count" ${peopleFrom(query)}`);
  }

  /** The people, newest first. Without `page` all of them. */
  rows(query: PeopleQuery, page?: { readonly size: number; readonly skip: number }): Promise<PersonRow[]> {
    const { columns, when } = DETAIL[query.kind];
    return this.reads.query<PersonRow>(sql`
      SELECT o.id AS "id", t.id AS "traineeId", t.name AS "name", t.latin_name AS "latinName", t.workplace AS "workplace",
        tr.name_zh AS "trackZh", tr.name_en AS "trackEn", ${columns}
      ${peopleFrom(query)}
      ORDER BY ${when} DESC, t.name, o.id ${page ? sql`LIMIT ${page.size} OFFSET ${page.skip}` : empty}`);
  }
}

function peopleFrom({ kind, spans, track, q }: PeopleQuery): Sql {
  const { from, reference } = DETAIL[kind];
  const pattern = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  const inTrack = track === null ? empty : track === 'none' ? sql`AND o.track_id IS NULL` : sql`AND tr.code = ${track}`;
  const searchCondition =
    q === ''
      ? empty
      : sql`AND (lower(t.name) LIKE ${pattern} ESCAPE '!' OR lower(t.latin_name) LIKE ${pattern} ESCAPE '!' OR lower(${reference}) LIKE ${pattern} ESCAPE '!')`;
  return sql`FROM (${outcomeRows(kind, spans)}) o JOIN trainee t ON t.id = o.trainee_id LEFT JOIN track tr ON tr.id = o.track_id ${from} WHERE 1 = 1 ${inTrack} ${searchCondition}`;
}
