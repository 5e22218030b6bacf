import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  type Refusal,
  type Translator,
  type TypedValues,
  type RequestContext,
  refusalTexts,
} from '../../../platform/index.js';
import { COHORT_AUDIENCE, type CohortAudience } from '../actions/cohort-audience.js';
import { Listeners } from '../actions/listeners.js';
import type { CohortForTimetable } from '../data/timetable-facts.js';
import { TimetableReader } from '../data/timetable-reader.js';
import { isClosed } from '../domain/academy-calendar.js';
import { type Suggestion, suggestionsFor } from '../domain/suggestions.js';
import type { PlacedSession, SessionSlot } from '../domain/placed-session.js';
import { type SuggestionView, suggestionViews } from './suggestion-links.js';
import { nameIn, spanText } from './texts.js';

/** Result of checking a slot for a session. */
export interface Findings {
  /** Whether there was a slot to check. */
  readonly isJudged: boolean;
  readonly reasons: readonly string[];
  /** Warnings, which do not prevent anything. */
  readonly warnings: readonly string[];
  /** The holiday or closure on which it would be. */
  readonly closedDay: string | null;
  readonly suggestions: readonly SuggestionView[];
}

export interface ConsideredSlot {
  readonly id: string | null;
  readonly slot: SessionSlot;
  /** The page to which the suggestions link. */
  readonly page: string;
  readonly typed: TypedValues;
}

export const NO_FINDINGS: Findings = { isJudged: false, reasons: [], warnings: [], closedDay: null, suggestions: [] };
const MOST_NAMES = 5;

/** Checks a slot before submission with the rules used on submission. */
@Injectable()
export class SlotFindings {
  constructor(
    private readonly reader: TimetableReader,
    private readonly listeners: Listeners,
    @Inject(COHORT_AUDIENCE) private readonly audience: CohortAudience,
  ) {}

  async of(
    context: RequestContext,
    cohort: CohortForTimetable,
    { id, slot, page, typed }: ConsideredSlot,
  ): Promise<Findings> {
    const { translator } = context;
    const timetable = await this.reader.around(dayOf(slot.startsAt));
    const proposed = timetable.proposedSlot({ id, cohortId: cohort.id, slot });
    const reasons: Refusal[] = timetable.judge(proposed, cohort);
    const people = reasons.length === 0 ? 0 : await this.listeners.trainees(this.reader.query, cohort.id);
    const suggestions: Suggestion[] =
      reasons.length === 0 ? [] : suggestionsFor(timetable, { proposed, cohort, people });
    const day = timetable.calendar.dayOn(dayOf(slot.startsAt));
    return {
      isJudged: true,
      reasons: refusalTexts(translator, reasons),
      suggestions: suggestionViews(translator, suggestions, { page, typed }),
      warnings: await this.sharedTrainees(translator, cohort, timetable.index.during(slot, id)),
      closedDay: isClosed(day)
        ? translator.t(`calendar.falls_on_${day.kind}`, { name: day.name && nameIn(translator, day.name) })
        : null,
    };
  }

  /** The warning about shared trainees for an existing session, or null. */
  async afterwards(
    context: RequestContext,
    cohort: CohortForTimetable,
    { id, slot }: Pick<ConsideredSlot, 'id' | 'slot'>,
  ): Promise<string | null> {
    const timetable = await this.reader.around(dayOf(slot.startsAt));
    const warnings = await this.sharedTrainees(context.translator, cohort, timetable.index.during(slot, id));
    return warnings.length === 0 ? null : warnings.join(' ');
  }

  /** Trainees who would have two sessions at once, with names, by the other session. */
  async sharedTrainees(
    translator: Translator,
    cohort: Pick<CohortForTimetable, 'id'>,
    during: readonly PlacedSession[],
  ): Promise<string[]> {
    const others = during.filter((one) => one.cohortId !== cohort.id);
    const shared = await this.audience.inCommon(this.reader.query, cohort.id, [
      ...new Set(others.map((one) => one.cohortId)),
    ]);
    return others.flatMap((other) => {
      const names = shared.filter((one) => one.cohortId === other.cohortId).map((one) => one.name);
      const named = translator.format.list(names.slice(0, MOST_NAMES));
      return names.length === 0
        ? []
        : [
            translator.t('session.shared_trainees', {
              count: names.length,
              names: named,
              cohort: other.cohortCode,
              number: other.number,
              when: spanText(translator, other),
            }),
          ];
    });
  }
}
