import { type Concern, grouped, type JudgedChange, type SessionSlot, type Teaching } from '../../core/index.js';

/** The people affected by changes, one concern per cohort: its trainees and all old and new instructors. */
export function concernsOf(judged: readonly Pick<JudgedChange, 'cohort' | 'session' | 'proposed'>[]): Concern[] {
  return [...grouped(judged, ({ cohort }) => cohort.id).values()].flatMap((ofCohort) => {
    const places = ofCohort.flatMap(({ session, proposed }): SessionSlot[] => [
      ...(session && session.state !== 'cancelled' ? [session.slot] : []),
      ...(proposed ? [proposed] : []),
    ]);
    const [first, one] = [places[0], ofCohort[0]];
    if (!first || !one) return [];
    const instructors = new Map(
      places
        .flatMap((slot) => slot.instructors)
        .map((teaching): [string, Teaching] => [teaching.instructorId, teaching]),
    );
    return [{ cohort: one.cohort, before: { ...first, instructors: [...instructors.values()] }, after: null }];
  });
}
