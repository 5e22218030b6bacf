import type { Transaction } from '../../../platform/index.js';
import { grouped } from '../data/grouped.js';
import type { JudgedChange } from '../domain/change-set.js';
import type { SessionSlot } from '../domain/placed-session.js';

const ACTS = { move: 'session.moved', cancel: 'session.cancelled', restore: 'session.restored' } as const;

/**
 * One audit entry per changed session, and one per cohort for all added sessions. Includes overridden rules and the
 * reason.
 */
export async function auditChanges(
  tx: Transaction,
  judged: readonly JudgedChange[],
  overrideReason: string | null,
): Promise<void> {
  const placed = grouped(
    judged.filter(({ change }) => change.kind === 'place'),
    ({ cohort }) => cohort.id,
  );
  for (const [id, ofCohort] of placed) {
    await tx.audit(
      'session.scheduled',
      { type: 'cohort', id, label: ofCohort[0]?.cohort.code ?? '' },
      {
        sessions: ofCohort.map((one) => ({ number: one.number, ...written(one.proposed), ...meant(one) })),
        ...overriding(ofCohort, overrideReason),
      },
    );
  }
  for (const one of judged) {
    const { change, session, proposed, cohort, number } = one;
    if (change.kind === 'place') continue;
    await tx.audit(
      ACTS[change.kind],
      { type: 'session', id: one.id, label: `${cohort.code} · ${number}` },
      change.kind === 'cancel'
        ? { reason: change.reason }
        : {
            from: written(session?.slot ?? null),
            to: written(proposed),
            ...meant(one),
            ...overriding([one], overrideReason),
          },
    );
  }
}

function written(slot: SessionSlot | null): Partial<SessionSlot> {
  if (slot === null) return {};
  const { startsAt, endsAt, roomId, instructors, licences } = slot;
  return { startsAt, endsAt, roomId, instructors, licences };
}

function meant({ meantDay }: JudgedChange): { meantDay?: string } {
  return meantDay === null ? {} : { meantDay };
}

function overriding(judged: readonly JudgedChange[], reason: string | null): Record<string, unknown> {
  const rules = [...new Set(judged.flatMap(({ doubtful }) => doubtful.map(({ code }) => code)))];
  return rules.length === 0 ? {} : { overridden: rules, because: reason };
}
