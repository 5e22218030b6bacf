import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { cohortEnrols } from '../../cohorts/index.js';
import { A_MINUTE, Clock, dayOf, ReadDatabase } from '../../platform/index.js';
import { newcomerSeats } from '../../enrolment/index.js';

export interface OpenCohort {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly trackZh: string;
  readonly trackEn: string;
  readonly hours: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly delivery: string;
  readonly windowClosesAt: number;
  readonly seatsLeft: number;
}

export interface TrackOnHome {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly courses: number;
}

export interface HomeFigures {
  readonly trained: number;
  readonly certified: number;
}

const SLOW_FACTS_FOR = A_MINUTE;

@Injectable()
export class HomeQueries {
  private slow: {
    readonly at: number;
    readonly facts: Promise<{ tracks: TrackOnHome[]; figures: HomeFigures }>;
  } | null = null;

  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /** The next cohorts that accept enrolments, earliest start first. */
  open(most: number): Promise<OpenCohort[]> {
    const now = this.clock.now();
    return this.reads.query<OpenCohort>(sql`
      SELECT entry.* FROM (
        SELECT c.code AS "code", v.title_zh AS "titleZh", v.title_en AS "titleEn", tr.name_zh AS "trackZh", tr.name_en AS "trackEn", v.hours AS "hours",
          c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.delivery AS "delivery", c.window_closes_at AS "windowClosesAt",
          ${newcomerSeats('c')} AS "seatsLeft"
        FROM cohort c JOIN course_version v ON v.id = c.course_version_id JOIN course co ON co.id = c.course_id JOIN track tr ON tr.id = co.track_id
        WHERE ${cohortEnrols('c', now)} AND c.starts_on >= ${dayOf(now)} AND c.window_opens_at <= ${now}
      ) entry WHERE entry."seatsLeft" > 0
      ORDER BY entry."startsOn", entry."code" LIMIT ${most}`);
  }

  /** Tracks and figures change slowly: cached for a minute. */
  slowFacts(): Promise<{ tracks: TrackOnHome[]; figures: HomeFigures }> {
    const now = this.clock.now();
    if (this.slow === null || Math.abs(now - this.slow.at) > SLOW_FACTS_FOR) {
      const facts = this.readSlowFacts();
      this.slow = { at: now, facts };
      facts.catch(() => {
        this.slow = null;
      });
    }
    return this.slow.facts;
  }

  private async readSlowFacts(): Promise<{ tracks: TrackOnHome[]; figures: HomeFigures }> {
    const tracks = await this.reads.query<TrackOnHome>(sql`
      SELECT tr.code AS "code", tr.name_zh AS "nameZh", tr.name_en AS "nameEn", tr.summary_zh AS "summaryZh", tr.summary_en AS "summaryEn",
        (SELECT COUNT(*) FROM course co WHERE co.track_id = tr.id AND co.retired_at IS NULL) AS "courses"
      FROM track tr WHERE tr.retired_at IS NULL ORDER BY tr.position, tr.code`);
    const figures = await this.reads.first<HomeFigures>(sql`
      SELECT (SELECT COUNT(*) FROM enrolment e WHERE e.state = 'completed') AS "trained",
        (SELECT COUNT(*) FROM certificate ce WHERE ce.state = 'valid') AS "certified"`);
    return { tracks, figures: figures ?? { trained: 0, certified: 0 } };
  }
}
