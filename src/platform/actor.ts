/** Who performs an action: a signed-in person, a visitor, or the system itself. Stored in every audit entry. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly string[];
}

export const VISITOR: Actor = { id: null, name: 'visitor', email: null, roles: [] };

/** The academy's own scheduled tasks: expiring offers, sending email, loading the demo data. */
export const SYSTEM: Actor = { id: null, name: 'system', email: null, roles: ['system'] };
