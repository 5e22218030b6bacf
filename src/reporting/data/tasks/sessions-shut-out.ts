import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf } from '../../../platform/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import { TaskQuery } from './task-source.js';

interface ShutOut {
  readonly kind: 'room' | 'instructor';
  readonly ownerId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly reason: string;
  readonly declaredBy: string | null;
  readonly count: number;
  readonly startsAt: number;
}

/** Closures and absences that still affect sessions, each due when the first of them begins. */
@Injectable()
export class SessionsShutOut extends TaskQuery<ShutOut> {
  readonly kind = 'shutOut';

  protected query({ now }: TaskTime): Sql {
    return sql`
      SELECT u.owner_kind AS "kind", u.owner_id AS "ownerId", COALESCE(r.name_zh, i.name) AS "nameZh", COALESCE(r.name_en, i.latin_name, i.name) AS "nameEn",
        u.reason AS "reason", u.declared_by AS "declaredBy", COUNT(*) AS "count", MIN(s.starts_at) AS "startsAt"
      FROM unavailability u LEFT JOIN room r ON r.id = u.owner_id AND u.owner_kind = 'room' LEFT JOIN instructor i ON i.id = u.owner_id AND u.owner_kind = 'instructor'
      JOIN session s ON s.state = 'planned' AND s.starts_at > ${now} AND s.starts_at < u.ends_at AND s.ends_at > u.starts_at
        AND (s.room_id = u.owner_id OR EXISTS (SELECT 1 FROM session_instructor t WHERE t.session_id = s.id AND t.instructor_id = u.owner_id))
      WHERE u.ends_at > ${now}
      GROUP BY u.id, u.owner_kind, u.owner_id, r.name_zh, r.name_en, i.name, i.latin_name, u.reason, u.declared_by
      ORDER BY MIN(s.starts_at), u.id`;
  }

  protected taskOf({ kind, ownerId, nameZh, nameEn, reason, declaredBy, count, startsAt }: ShutOut): Task {
    return {
      kind: this.kind,
      due: dayOf(Number(startsAt)),
      href: `/office/repairs/new?${kind}=${ownerId}`,
      code: reason,
      titleZh: nameZh,
      titleEn: nameEn,
      values: { count: Number(count), reason, by: declaredBy ?? '—', startsAt: Number(startsAt) },
    };
  }
}
