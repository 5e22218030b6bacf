import type { Trainee } from '../data/trainee.entity.js';
import type { TraineeFacts } from '../domain/facts.js';

/** Names of the changed fields; the audit trail stores no personal data beyond the name. */
export function changedFields(before: Trainee, after: TraineeFacts): string[] {
  return (Object.keys(after) as (keyof TraineeFacts)[]).filter((name) => before[name] !== after[name]);
}
