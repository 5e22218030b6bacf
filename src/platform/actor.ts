/** Whoever acts: a signed-in person, a visitor, or the system itself. Stands in every audit entry. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly string[];
}

export const VISITOR: Actor = { id: null, name: 'visitor', email: null, roles: [] };

/** The academy's own timers: lapsing offers, sending mail, the demo's loader. */
export const SYSTEM: Actor = { id: null, name: 'system', email: null, roles: ['system'] };
