import { dayOf, type Pages, refusalTexts, type SelectOption, type Translator } from '../../../platform/index.js';
import { type SuggestionView, nameIn } from '../../core/index.js';
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
  /** Overridden findings, each with its reason. */
  readonly letStand: readonly (FindingView & { readonly because: string })[];
  readonly found: number;
  readonly total: number;
  readonly q: string;
  readonly filtered: boolean;
  readonly kinds: readonly SelectOption[];
  readonly pages: Pages;
  /** Address of the first clash. */
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
  readonly suggestions: readonly (SuggestionView & {
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  })[];
}

export function findingView(translator: Translator, { session, reasons, closedDay, kinds }: TermFinding): FindingView {
  const onClosedDay =
    closedDay &&
    translator.t(`calendar.falls_on_${closedDay.kind}`, { name: closedDay.name && nameIn(translator, closedDay.name) });
  return {
    href: `/office/clashes/${session.id}`,
    cohort: session.cohortCode,
    number: session.number,
    date: dayOf(session.startsAt),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    room: session.roomName ? nameIn(translator, session.roomName) : translator.t('session.no_room'),
    instructor:
      session.instructorNames.length > 0
        ? translator.format.list(session.instructorNames.map((one) => nameIn(translator, one)))
        : translator.t('session.no_instructor'),
    reasons: [...(onClosedDay ? [onClosedDay] : []), ...refusalTexts(translator, reasons)],
    kinds: kinds.map((kind) => translator.t(`clash.kind_${kind}`)),
  };
}
