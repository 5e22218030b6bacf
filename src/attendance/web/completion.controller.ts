import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../cohorts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  flash,
  type Page,
  ReadDatabase,
  type Refusal,
  seeOther,
  type SeeOther,
  type RequestContext,
  refusalTexts,
  answerAct,
  textOf,
} from '../../platform/index.js';
import { CompleteCohort } from '../actions/complete-cohort.js';
import { type AssessmentRow, completionOf, completionSeen, type PersonStanding } from '../data/completion.js';
import { completionBlockers, LEAST_ATTENDANCE_PERCENT } from '../domain/completion-rules.js';

interface PersonLine extends PersonStanding {
  readonly attendanceText: string;
  readonly results: readonly { readonly text: string; readonly label: string; readonly isBelow: boolean }[];
  readonly reasons: readonly string[];
}

export interface CompletionPage {
  readonly header: CohortHeader;
  readonly reasons: readonly string[];
  readonly assessments: readonly { readonly name: string; readonly passText: string }[];
  readonly completing: readonly PersonLine[];
  readonly failing: readonly PersonLine[];
  readonly least: number;
  readonly isDone: boolean;
  /** Fingerprint of what is shown; `null`: it cannot be completed. */
  readonly seen: string | null;
}

const page = definePage<CompletionPage>('attendance/completion/new');

/** The completion of a cohort: who completes, who does not and why; then all of it at once. */
@Controller('office/cohorts/:code/completion')
@Requires('cohort.complete')
export class CompletionController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly completeCohort: CompleteCohort,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return this.page(context, await this.headers.of(context, { code, tab: 'results' }));
  }

  @Post()
  async complete(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: { seen?: unknown } | null,
  ): Promise<Page | SeeOther> {
    const header = await this.headers.of(context, { code, tab: 'results' });
    return answerAct(await this.completeCohort.execute(context.actor, header.id, textOf(body?.seen)), {
      done: (counts) =>
        seeOther(
          header.href,
          counts === null ? flash('completion.done_before', {}, 'info') : flash('completion.done', { ...counts }),
        ),
      again: (refusals) => this.page(context, header, refusals),
    });
  }

  private async page(
    context: RequestContext,
    header: CohortHeader,
    refusals: readonly Refusal[] | null = null,
  ): Promise<Page> {
    const { translator, language } = context;
    const standing = await completionOf(this.reads.query, header.id, this.clock.now());
    const { facts, people, assessments } = standing;
    const named = assessments.map((one) => ({ ...one, name: language === 'en' ? one.nameEn : one.nameZh }));
    const lines = people.map((person) => lineOf(person, named, context));
    const isDone = header.state === 'completed';
    const completes = (line: PersonLine): boolean =>
      isDone ? line.state === 'completed' : line.shortfalls.length === 0;
    const blockers = isDone ? [] : completionBlockers(facts);
    return page({
      header,
      isDone,
      seen: isDone || blockers.length > 0 ? null : completionSeen(standing),
      least: LEAST_ATTENDANCE_PERCENT,
      reasons: refusalTexts(translator, refusals ?? blockers),
      assessments: named.map(({ name, passScore, fullScore }) => ({
        name,
        passText: translator.t('assessment.pass_of', { pass: passScore, full: fullScore }),
      })),
      completing: lines.filter(completes),
      failing: lines.filter((line) => !completes(line)),
    });
  }
}

function lineOf(
  person: PersonStanding,
  assessments: readonly (AssessmentRow & { readonly name: string })[],
  { translator }: RequestContext,
): PersonLine {
  const { attended, counted } = person.tally;
  return {
    ...person,
    attendanceText:
      person.share === null
        ? translator.t('completion.no_marks')
        : translator.t('completion.attendance', { share: person.share, attended, counted }),
    results: assessments.map(({ name, passScore }, at) => {
      const score = person.scores[at] ?? null;
      return {
        label: name,
        text: score === null ? translator.t('completion.no_result') : translator.format.number(score),
        isBelow: score !== null && score < passScore,
      };
    }),
    reasons: person.shortfalls.map((one) => translator.t(`completion.why_${one}`, { least: LEAST_ATTENDANCE_PERCENT })),
  };
}
