import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import { ReadDatabase } from '../../platform/index.js';
import { type Outcome, OUTCOMES } from '../domain/outcomes.js';
import type { Span } from '../domain/spans.js';
import type { TargetWish } from '../domain/targets.js';
import { outcomeRows } from './outcome-rows.js';

export interface OutputFigure {
  readonly kind: Outcome;
  /** The span's label: a year or a month. */
  readonly label: string;
  /** `null`: no track. */
  readonly trackId: string | null;
  readonly count: number;
}

export interface TrackRow {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly retiredAt: number | null;
}

@Injectable()
export class OutputFigures {
  constructor(private readonly reads: ReadDatabase) {}

  /** People trained, certified and placed, by track and span. Zeros are left out. */
  in(spans: readonly Span[]): Promise<OutputFigure[]> {
    const rows = join(
      OUTCOMES.map((kind) => outcomeRows(kind, spans)),
      ' UNION ALL ',
    );
    return this.reads.query<OutputFigure>(sql`
      SELECT o.kind AS "kind", o.label AS "label", o.track_id AS "trackId", COUNT(*) AS "count"
      FROM (${rows}) o GROUP BY o.kind, o.label, o.track_id`);
  }

  targets(): Promise<(TargetWish & { amount: number })[]> {
    return this.reads.query(
      sql`SELECT year AS "year", track_id AS "trackId", kind AS "kind", amount AS "amount" FROM target ORDER BY year`,
    );
  }

  tracks(): Promise<TrackRow[]> {
    return this.reads.query<TrackRow>(sql`
      SELECT id AS "id", code AS "code", name_zh AS "nameZh", name_en AS "nameEn", retired_at AS "retiredAt" FROM track ORDER BY position, code`);
  }

  /** The first and last instant on record, as `{ firstAt, lastAt }`; `null` if there is nothing yet. */
  async yearsOfRecord(): Promise<{ firstAt: number; lastAt: number } | null> {
    const row = await this.reads.first<{ firstAt: number | null; lastAt: number | null }>(sql`
      SELECT MIN(completed_at) AS "firstAt", MAX(completed_at) AS "lastAt" FROM cohort WHERE completed_at IS NOT NULL`);
    if (row === null || row.firstAt === null || row.lastAt === null) return null;
    return { firstAt: row.firstAt, lastAt: row.lastAt };
  }
}
