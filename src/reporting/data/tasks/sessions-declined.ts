import { Injectable } from '@nestjs/common';
import { dayOf, ReadDatabase } from '../../../platform/index.js';
import { declinedSessions } from '../../../scheduling/index.js';
import type { Task, TaskTime } from '../../domain/tasks.js';
import type { TaskSource } from './task-source.js';

/** Coming sessions whose instructor has declined: a substitute is needed by that day. */
@Injectable()
export class DeclinedSessions implements TaskSource {
  readonly kind = 'declined';

  constructor(private readonly reads: ReadDatabase) {}

  async count({ now }: TaskTime): Promise<number> {
    return (await declinedSessions(this.reads.query, now)).length;
  }

  async tasks({ now }: TaskTime): Promise<Task[]> {
    const rows = await declinedSessions(this.reads.query, now);
    return rows.map(
      ({
        sessionId,
        number,
        startsAt,
        cohortCode,
        titleZh,
        titleEn,
        instructorId,
        instructorZh,
        instructorEn,
        said,
      }) => ({
        kind: this.kind,
        due: dayOf(startsAt),
        href: `/office/sessions/${sessionId}/substitutes?for=${instructorId}`,
        code: cohortCode,
        titleZh,
        titleEn,
        values: { number, startsAt, instructorZh, instructorEn, said: said ?? '—' },
      }),
    );
  }
}
