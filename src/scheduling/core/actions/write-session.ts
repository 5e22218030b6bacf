import { In } from 'typeorm';
import type { Transaction } from '../../../platform/index.js';
import { SessionHold } from '../data/session-hold.entity.js';
import { SessionInstructor } from '../data/session-instructor.entity.js';
import { SessionLicence } from '../data/session-licence.entity.js';
import { Session } from '../data/session.entity.js';
import type { JudgedChange, StandingSession } from '../domain/change-set.js';
import { type ProposedSlot, resourcesOf } from '../domain/placed-session.js';

/** Deletes the holds of sessions before any new ones are written, so that two sessions can swap rooms. */
export async function freeHolds(tx: Transaction, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length > 0) await tx.of(SessionHold).delete({ sessionId: In([...sessionIds]) });
}

/** Writes one checked change: session, instructors, licences and holds. Call `freeHolds` first. */
export async function writeChange(tx: Transaction, judged: JudgedChange, overrideReason: string | null): Promise<void> {
  const { id, change, session, proposed } = judged;
  if (!proposed) {
    const because = change.kind === 'cancel' && change.reason !== '' ? change.reason : null;
    await tx
      .of(Session)
      .update(
        { id },
        { state: 'cancelled', cancelledBecause: because, sequence: (session?.sequence ?? 0) + 1, updatedAt: tx.now },
      );
    return;
  }
  const { startsAt, endsAt, roomId } = proposed;
  const stands = {
    startsAt,
    endsAt,
    roomId,
    state: 'planned' as const,
    cancelledBecause: null,
    overrideReason: judged.doubtful.length > 0 ? overrideReason : null,
    meantDay: judged.meantDay,
    updatedAt: tx.now,
  };
  if (session) await tx.of(Session).update({ id }, { ...stands, sequence: session.sequence + 1 });
  else
    await tx
      .of(Session)
      .insert({ id, cohortId: judged.cohort.id, number: judged.number, sequence: 0, ...patternOf(judged), ...stands });
  await writeTeaching(tx, id, { proposed, session });
  await tx.of(SessionLicence).delete({ sessionId: id });
  if (proposed.licences.length > 0)
    await tx.of(SessionLicence).insert(proposed.licences.map((need) => ({ sessionId: id, ...need })));
  await tx.of(SessionHold).insert(holdsOf(id, proposed));
}

function patternOf({ change }: JudgedChange): { patternId: string | null; patternSlot: string | null } {
  const pattern = change.kind === 'place' ? (change.pattern ?? null) : null;
  return { patternId: pattern?.patternId ?? null, patternSlot: pattern?.slot ?? null };
}

/** An instructor's answer is kept only while the session's time does not change. */
async function writeTeaching(
  tx: Transaction,
  sessionId: string,
  { proposed, session }: { readonly proposed: ProposedSlot; readonly session: StandingSession | null },
): Promise<void> {
  const stays =
    session !== null &&
    session.state === 'planned' &&
    session.slot.startsAt === proposed.startsAt &&
    session.slot.endsAt === proposed.endsAt;
  const existing = session === null ? [] : await tx.of(SessionInstructor).findBy({ sessionId });
  if (session !== null) await tx.of(SessionInstructor).delete({ sessionId });
  if (proposed.instructors.length === 0) return;
  await tx.of(SessionInstructor).insert(
    proposed.instructors.map(({ instructorId, role }) => {
      const answered = stays ? existing.find((one) => one.instructorId === instructorId) : undefined;
      return {
        sessionId,
        instructorId,
        role,
        answer: answered?.answer ?? ('open' as const),
        answeredAt: answered?.answeredAt ?? null,
        said: answered?.said ?? null,
      };
    }),
  );
}

function holdsOf(sessionId: string, proposed: ProposedSlot): SessionHold[] {
  const alone = resourcesOf(proposed).map(({ resource, resourceId, startsAt, endsAt }): SessionHold => ({
    sessionId,
    kind: resource,
    holderId: resourceId,
    heldFrom: startsAt,
    heldUntil: endsAt,
    seats: 1,
    overridden: 0,
  }));
  const shared = proposed.licences.map(({ poolId, seats }): SessionHold => ({
    sessionId,
    kind: 'pool',
    holderId: poolId,
    heldFrom: proposed.startsAt,
    heldUntil: proposed.endsAt,
    seats,
    overridden: 0,
  }));
  return [...alone, ...shared];
}
