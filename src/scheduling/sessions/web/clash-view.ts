import { dayOf, type Pages, type Speaker } from '../../../platform/index.js';
import { type CureView, nameIn, refusalSaid } from '../../core/index.js';
import type { TermFinding } from '../domain/term-findings.js';

export interface FindingView {
  readonly href: string;
  readonly cohort: string;
  readonly number: number;
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly room: string;
  readonly instructor: string;
  readonly reasons: readonly string[];
  readonly kinds: readonly string[];
}

export interface ClashesPage {
  readonly findings: readonly FindingView[];
  /** What somebody has let stand, each with the reason given. */
  readonly letStand: readonly (FindingView & { readonly because: string })[];
  readonly found: number;
  readonly total: number;
  readonly q: string;
  readonly filtered: boolean;
  readonly kinds: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
  readonly pages: Pages;
  /** Where stepping through begins. */
  readonly first: string | null;
}

export interface ClashPage {
  readonly finding: FindingView;
  readonly refusals: readonly string[];
  readonly at: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly moveHref: string;
  readonly cures: readonly (CureView & {
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  })[];
}

export function findingView(speaker: Speaker, { session, reasons, closedDay, kinds }: TermFinding): FindingView {
  const onClosedDay =
    closedDay &&
    speaker.say(`calendar.falls_on_${closedDay.kind}`, { name: closedDay.name && nameIn(speaker, closedDay.name) });
  return {
    href: `/office/clashes/${session.id}`,
    cohort: session.cohortCode,
    number: session.number,
    date: dayOf(session.startsAt),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    room: session.roomName ? nameIn(speaker, session.roomName) : speaker.say('session.no_room'),
    instructor:
      session.instructorNames.length > 0
        ? speaker.format.list(session.instructorNames.map((one) => nameIn(speaker, one)))
        : speaker.say('session.no_instructor'),
    reasons: [...(onClosedDay ? [onClosedDay] : []), ...reasons.map((one) => refusalSaid(speaker, one))],
    kinds: kinds.map((kind) => speaker.say(`clash.kind_${kind}`)),
  };
}
