import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { may } from '../../accounts/index.js';
import { Cohort } from '../../cohorts/index.js';
import {
  type Actor,
  newId,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { recordHeld } from '../../scheduling/index.js';
import { AttendanceMark } from '../data/attendance-mark.entity.js';
import { entryOf, type RegisterLine, registerOf, type SessionOfRegister, sessionOfRegister } from '../data/register.js';
import { lineEdit, recordedReason, type ShownLine } from '../domain/cell-edits.js';
import type { Mark } from '../domain/marks.js';
import type { AttendanceRefusalCode } from '../domain/refusals.js';
import { registerBlockers } from '../domain/register-rules.js';

export interface MarkInput {
  readonly enrolmentId: string;
  readonly mark: Mark;
  /** The reason for being away; stored for excused and absent only. */
  readonly reason: string | null;
  /** What the page showed of this person; `null` or left out: no mark. */
  readonly shown?: ShownLine | null;
  /** Given to all who have no mark: written only if there is none now. */
  readonly isForUnmarked?: boolean;
}

export interface MarkingResult {
  /** Marks written; those that were not changed on the page are left alone. */
  readonly written: number;
  readonly unmarked: number;
}

/**
 * Writes the register of a session. A change keeps the earlier mark; marks of people who were not expected are ignored.
 * If somebody else has changed one of the changed lines since the page was made, nothing is written.
 */
@Injectable()
export class MarkAttendance {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: Actor,
    sessionId: string,
    marks: readonly MarkInput[],
  ): Promise<MarkingResult | Refused<AttendanceRefusalCode>> {
    return this.unitOfWork.run(actor, async (tx) => {
      const session = await sessionOfRegister(tx.query, sessionId);
      if (!session || !may(actor, 'attendance.mark', session)) throw new NotFound();
      // The cohort's lock: completion and the register take turns.
      await tx.lock(Cohort, session.cohortId);
      const lines = await registerOf(tx.query, sessionId);
      const now = (await sessionOfRegister(tx.query, sessionId)) ?? session;
      const reasons = registerBlockers({
        now: tx.now,
        startsAt: now.startsAt,
        sessionState: now.state,
        cohort: now.cohort,
        cohortState: now.cohortState,
        expected: lines.length,
      });
      if (reasons.length > 0) return refused(...reasons);
      const { changed, conflicts } = editsOf(lines, marks);
      if (conflicts > 0)
        return refused<AttendanceRefusalCode>(refuse('registerChangedMeanwhile', { count: conflicts }));
      if (changed.length > 0) await this.write(tx, now, changed);
      else tx.withoutAudit('the register is unchanged');
      const marked = new Set([
        ...changed.map(({ enrolmentId }) => enrolmentId),
        ...lines.filter(({ mark }) => mark !== null).map(({ enrolmentId }) => enrolmentId),
      ]);
      return { written: changed.length, unmarked: lines.length - marked.size };
    });
  }

  private async write(tx: Transaction, session: SessionOfRegister, changed: readonly MarkInput[]): Promise<void> {
    const marks = tx.of(AttendanceMark);
    await marks.update(
      { sessionId: session.id, enrolmentId: In(changed.map(({ enrolmentId }) => enrolmentId)), supersededAt: IsNull() },
      { supersededAt: tx.now },
    );
    await marks.insert(
      changed.map((one) => ({
        id: newId(),
        sessionId: session.id,
        enrolmentId: one.enrolmentId,
        mark: one.mark,
        reason: one.reason,
        markedAt: tx.now,
        markedByName: tx.actor.name,
        markedById: tx.actor.id,
        supersededAt: null,
      })),
    );
    await recordHeld(tx, session.id);
    const detail = Object.fromEntries(
      ['present', 'late', 'excused', 'absent'].map((mark) => [mark, changed.filter((one) => one.mark === mark).length]),
    );
    await tx.audit(
      'register.marked',
      { type: 'session', id: session.id, label: `${session.cohort} · ${session.number}` },
      detail,
    );
  }
}

function editsOf(
  lines: readonly RegisterLine[],
  marks: readonly MarkInput[],
): { changed: readonly MarkInput[]; conflicts: number } {
  const edits = lines.flatMap((line) => {
    const sent = marks.find(({ enrolmentId }) => enrolmentId === line.enrolmentId);
    if (!sent || (sent.isForUnmarked === true && line.mark !== null)) return [];
    return [
      { sent: { ...sent, reason: recordedReason(sent) }, edit: lineEdit(sent, sent.shown ?? null, entryOf(line)) },
    ];
  });
  return {
    changed: edits.filter(({ edit }) => edit === 'write').map(({ sent }) => sent),
    conflicts: edits.filter(({ edit }) => edit === 'conflict').length,
  };
}
