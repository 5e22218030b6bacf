import type { Actor } from '../../platform/index.js';
import type { Role } from './roles.js';

/**
 * The extent of a right: everything of its kind, only what belongs to the actor (`ownerIds` contain the account's id),
 * or only what the actor teaches (`instructorIds` contain it).
 */
type Reach = 'any' | 'own' | 'taught';

type Grants = Partial<Record<Role, Reach>>;

const staff: Grants = { administrator: 'any', coordinator: 'any' };
const administrators: Grants = { administrator: 'any' };
const teaching: Grants = { ...staff, instructor: 'taught' };
const learning: Grants = { ...staff, trainee: 'own' };

/** Who may do what, in one place: used by route guards, by actions, and by pages that show or hide a button. */
const RIGHTS = {
  'account.manage': administrators,
  'academy.configure': administrators,
  'audit.read': administrators,
  'outbox.read': administrators,
  'account.own': { administrator: 'own', coordinator: 'own', instructor: 'own', trainee: 'own', employer: 'own' },
  'office.enter': staff,
  'course.manage': staff,
  'trainee.manage': staff,
  'trainee.self': { trainee: 'own' },
  'employer.manage': staff,
  'employer.self': { employer: 'own' },
  /** Keys and webhooks of an employer: for the office and the employer's own contacts (`ownerIds`). */
  'employerAccess.manage': { ...staff, employer: 'own' },
  'cohort.manage': staff,
  'room.manage': administrators,
  'instructor.manage': administrators,
  'calendar.manage': administrators,
  'availability.manage': staff,
  'absence.declare': { ...staff, instructor: 'own' },
  'licence.manage': staff,
  'session.schedule': staff,
  /** To allow a session against a rule, with a reason. */
  'session.override': staff,
  'session.teach': teaching,
  'teaching.enter': { instructor: 'any' },
  'enrolment.make': learning,
  'enrolment.withdraw': learning,
  'enrolment.answerOffer': learning,
  'enrolment.read': learning,
  'roster.manage': staff,
  'attendance.mark': teaching,
  'result.record': teaching,
  'cohort.complete': staff,
  'certificate.issue': staff,
  'certificate.revoke': administrators,
  'certificate.manage': staff,
  'certificateTemplate.manage': administrators,
  'issuerKey.manage': administrators,
  'renewalRule.manage': administrators,
  'output.read': staff,
  'target.manage': administrators,
} as const satisfies Record<string, Grants>;

export type Right = keyof typeof RIGHTS;
export const ALL_RIGHTS = Object.keys(RIGHTS) as Right[];

/** Who owns or teaches a thing, as account ids. */
export interface Thing {
  readonly ownerIds?: readonly (string | null)[];
  readonly instructorIds?: readonly (string | null)[];
}

/** Whether the actor has the right: to this thing or, without one, to anything at all (route guards, navigation). */
export function may(actor: Actor, right: Right, thing?: Thing): boolean {
  if (actor.roles.includes('system')) return true;
  const grants: Grants = RIGHTS[right];
  return actor.roles.some((role) => reaches(grants[role as Role], actor, thing));
}

/** The roles that have a right to any extent, for the access matrix and its page. */
export function rolesWith(right: Right): Role[] {
  return Object.keys(RIGHTS[right]) as Role[];
}

function reaches(reach: Reach | undefined, actor: Actor, thing: Thing | undefined): boolean {
  if (reach === undefined) return false;
  if (reach === 'any' || thing === undefined) return true;
  const holders = reach === 'own' ? thing.ownerIds : thing.instructorIds;
  return actor.id !== null && (holders?.includes(actor.id) ?? false);
}
