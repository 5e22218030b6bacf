import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import { found, type RequestContext } from '../../../platform/index.js';
import { type Suggestion, instructorFacts, Listeners, type SlotNames, poolFacts, roomFacts } from '../../core/index.js';
import type { PlanRow } from '../data/plan-queries.js';
import { type Difference, PlanReader } from '../data/plan-reader.js';
import { concernsOf } from './concerns.js';
import { closedLine, judgedLine, type LineView, type PlanHead, planHead } from './plan-details.page.js';

/** Data of a plan's page and of its publication page. */
export interface PlanPageData {
  readonly plan: PlanHead;
  readonly lines: readonly LineView[];
  /** Changes with a refusal that cannot be overridden. */
  readonly wrong: number;
  /** Changes that need an override reason. */
  readonly doubtful: number;
  readonly notYet: number;
  /** People to notify; null once the plan is closed. */
  readonly recipients: number | null;
  readonly overridable: boolean;
}

/** Suggestions are searched only up to this many changes, because each needs its own search. */
const MOST_CURED = 12;

/** An open plan is checked again on every view; a closed one is shown as it was. */
@Injectable()
export class PlanPages {
  constructor(
    private readonly reader: PlanReader,
    private readonly listeners: Listeners,
  ) {}

  async plan(id: string): Promise<PlanRow> {
    return found(await this.reader.plan(id));
  }

  async shown(context: RequestContext, plan: PlanRow): Promise<PlanPageData> {
    const { translator } = context;
    if (plan.state !== 'open') {
      const names = await this.names();
      const rows = await this.reader.lines(plan.id);
      return {
        plan: planHead(translator, plan),
        lines: rows.map((row) => closedLine(translator, row, { plan, names })),
        wrong: 0,
        doubtful: 0,
        notYet: 0,
        recipients: null,
        overridable: false,
      };
    }
    const difference = await this.reader.difference(plan.id);
    const suggestions = await this.suggestions(difference);
    const names = difference.timetable;
    return {
      plan: planHead(translator, plan),
      lines: difference.lines.map((line) =>
        judgedLine(translator, line, { plan, names, suggestions: fewOfEach(suggestions.get(line.row.id) ?? []) }),
      ),
      wrong: difference.lines.filter(({ judged }) => judged.forbidden.length > 0).length,
      doubtful: difference.lines.filter(({ judged }) => judged.forbidden.length === 0 && judged.doubtful.length > 0)
        .length,
      notYet: difference.lines.filter(({ judged }) => judged.forbidden.length + judged.doubtful.length > 0).length,
      recipients: await this.listeners.count(
        this.reader.query,
        concernsOf(difference.lines.map(({ judged }) => judged)),
      ),
      overridable: may(context.actor, 'session.override'),
    };
  }

  private async suggestions(difference: Difference) {
    const curable = difference.lines
      .filter(
        ({ judged: { forbidden, doubtful } }) =>
          (forbidden.length > 0 || doubtful.length > 0) &&
          forbidden.every(({ code }) => code !== 'sessionChangedMeanwhile'),
      )
      .slice(0, MOST_CURED);
    const people = new Map<string, number>();
    for (const {
      judged: { cohort },
    } of curable)
      if (!people.has(cohort.id)) people.set(cohort.id, await this.listeners.trainees(this.reader.query, cohort.id));
    return this.reader.suggestions(difference, new Set(curable.map(({ row }) => row.id)), people);
  }

  private async names(): Promise<SlotNames> {
    const { query } = this.reader;
    const byId = <One extends { readonly id: string }>(all: readonly One[]) => new Map(all.map((one) => [one.id, one]));
    return {
      rooms: byId(await roomFacts(query)),
      instructors: byId(await instructorFacts(query)),
      pools: byId(await poolFacts(query)),
    };
  }
}

const MOST_OF_A_KIND = 2;

/** A line has room for a few suggestions: the best of each kind. */
function fewOfEach(suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.filter(
    ({ kind }, at) => suggestions.slice(0, at).filter((one) => one.kind === kind).length < MOST_OF_A_KIND,
  );
}
