import { Inject, Injectable } from '@nestjs/common';
import { dayOf, NotFound, ReadDatabase, type RequestContext } from '../../platform/index.js';
import { cohortByCode, type CohortRow } from '../data/cohort-by-code.js';
import { tabCounts } from '../data/tab-counts.js';
import { COHORT_ENROLMENTS, type CohortEnrolments } from '../domain/cohort-enrolments.js';
import { COHORT_SESSIONS, type CohortSessions } from '../domain/cohort-sessions.js';
import { type CohortPhase, phaseOf } from '../domain/phase.js';
import type { CohortState } from '../domain/states.js';

export const COHORT_TABS = ['overview', 'sessions', 'roster', 'attendance', 'results', 'certificates'] as const;
export type CohortTab = (typeof COHORT_TABS)[number];

/**
 * The header of every office page of a cohort:
 * `{{> cohort-header header=header}}`, with the page's buttons as its block.
 */
export interface CohortHeader {
  readonly id: string;
  readonly code: string;
  readonly href: string;
  readonly title: string;
  readonly state: CohortState;
  /** For the badge. */
  readonly phase: CohortPhase;
  readonly stateWord: string;
  /** One line: dates and seats taken. */
  readonly lead: string;
  readonly tabs: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
    readonly count: number | null;
  }[];
  /** The whole row, for pages that show more. */
  readonly cohort: CohortRow;
}

@Injectable()
export class CohortHeaders {
  constructor(
    private readonly reads: ReadDatabase,
    @Inject(COHORT_SESSIONS) private readonly sessions: CohortSessions,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
  ) {}

  /** @throws NotFound for an unknown code */
  async of(
    context: RequestContext,
    { code, tab }: { readonly code: string; readonly tab: CohortTab | null },
  ): Promise<CohortHeader> {
    const cohort = await cohortByCode(this.reads.query, code);
    if (!cohort) throw new NotFound();
    const counts = await tabCounts(
      this.reads.query,
      { sessions: this.sessions, enrolments: this.enrolments },
      cohort.id,
    );
    const { translator } = context;
    const phase = phaseOf(cohort, dayOf(context.at));
    const href = `/office/cohorts/${cohort.code}`;
    return {
      id: cohort.id,
      code: cohort.code,
      href,
      cohort,
      title: context.language === 'en' ? cohort.titleEn || cohort.titleZh : cohort.titleZh || cohort.titleEn,
      state: cohort.state,
      phase,
      stateWord: translator.t(`cohort.state_${phase}`),
      lead: translator.t('cohort.header_lead', {
        from: cohort.startsOn,
        to: cohort.endsOn,
        taken: counts.taken,
        capacity: cohort.capacity,
      }),
      tabs: COHORT_TABS.map((name) => ({
        label: translator.t(`cohort.tab_${name}`),
        href: name === 'overview' ? href : `${href}/${name}`,
        current: name === tab,
        count: name === 'sessions' ? counts.sessions : name === 'roster' ? counts.taken + counts.waiting : null,
      })),
    };
  }
}
