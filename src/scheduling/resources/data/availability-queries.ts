import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { Away, OpenSpan, OwnedBy } from '../../core/index.js';

/** A closure or an absence. */
export interface AwayRow extends Away {
  readonly id: string;
  readonly declaredBy: string | null;
}

/** By weekday and time; none: any time. */
export function hoursOf(query: QueryFunction, { kind, id }: OwnedBy): Promise<OpenSpan[]> {
  return query<OpenSpan>(sql`
    SELECT weekday AS "weekday", from_minute AS "fromMinute", until_minute AS "untilMinute" FROM bookable_hours
    WHERE owner_kind = ${kind} AND owner_id = ${id} ORDER BY weekday, from_minute`);
}

/** By start, including past ones. */
export function awayOf(query: QueryFunction, { kind, id }: OwnedBy): Promise<AwayRow[]> {
  return query<AwayRow>(sql`
    SELECT id AS "id", starts_at AS "startsAt", ends_at AS "endsAt", reason AS "reason", declared_by AS "declaredBy" FROM unavailability
    WHERE owner_kind = ${kind} AND owner_id = ${id} ORDER BY starts_at, id`);
}
