import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../cohorts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  fault,
  type FieldFault,
  type FormView,
  formView,
  found,
  LongTextField,
  looksLikeId,
  flash,
  type Page,
  readForm,
  ReadDatabase,
  seeOther,
  type SeeOther,
  textsOf,
  type RequestContext,
  LONG_FORM_BYTES,
  TakesLongForm,
  refusalTexts,
  answerForm,
  type Filling,
} from '../../platform/index.js';
import { EnrolMany } from '../actions/enrol-many.js';
import { cohortFacts } from '../data/cohort-facts.js';
import { enrolFacts } from '../data/enrol-facts.js';
import { peopleToRecognise } from '../data/people-to-recognise.js';
import { rosterOf } from '../data/roster.js';
import { MOST_PASTED, readPastedPeople, recognise } from '../domain/pasted-people.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { mayEnrol } from '../domain/rules.js';

class PastedForm {
  @LongTextField({ max: 30_000 }) people!: string;

  disagreements(): FieldFault[] {
    const count = readPastedPeople(this.people).length;
    return count > MOST_PASTED ? [fault('people', 'rosterImport.too_many', { most: MOST_PASTED, count })] : [];
  }
}

/** One pasted line, judged. `traineeId` where it may be enrolled, else why not. */
interface JudgedLine {
  readonly typed: string;
  readonly name: string;
  readonly contact: string;
  readonly traineeId: string | null;
  readonly why: string | null;
}

export const askPage = definePage<{
  readonly header: CohortHeader;
  readonly form: FormView<PastedForm>;
  readonly most: number;
}>('enrolment/roster/import');
export const previewPage = definePage<{
  readonly header: CohortHeader;
  readonly good: readonly JudgedLine[];
  readonly bad: readonly JudgedLine[];
  readonly seats: number;
  readonly waits: number;
}>('enrolment/roster/import-preview');

/** Many people at once, pasted as they stand in a spreadsheet: looked at first, then enrolled. */
@Controller('office/cohorts/:code/roster/import')
@Requires('roster.manage')
export class RosterImportController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly enrolMany: EnrolMany,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  @Get()
  async ask(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    return pasting(context, header);
  }

  @Post()
  @TakesLongForm(LONG_FORM_BYTES)
  async preview(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    return answerForm(readForm(PastedForm, body, this.clock.today()), {
      act: ({ people }) => this.judge(context, header.id, people),
      done: async (lines) => {
        const good = lines.filter(({ traineeId }) => traineeId !== null);
        const free = await this.freeSeats(header);
        return previewPage({
          header,
          good,
          bad: lines.filter(({ traineeId }) => traineeId === null),
          seats: Math.min(good.length, free),
          waits: Math.max(0, good.length - free),
        });
      },
      again: (filling) => pasting(context, header, filling),
    });
  }

  @Post('confirmation')
  @TakesLongForm(LONG_FORM_BYTES)
  async confirm(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: Record<string, unknown> | null,
  ): Promise<SeeOther> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    const counts = await this.enrolMany.execute(
      context.actor,
      header.code,
      textsOf(body?.['traineeId']).filter(looksLikeId).slice(0, MOST_PASTED),
    );
    return seeOther(`${header.href}/roster`, flash('rosterImport.done', { ...counts }));
  }

  private async judge(context: RequestContext, cohortId: string, text: string): Promise<JudgedLine[]> {
    const pasted = readPastedPeople(text);
    const known = await peopleToRecognise(this.reads, pasted);
    const cohort = found(await cohortFacts(this.reads.query, cohortId));
    const lines: JudgedLine[] = [];
    const seen = new Set<string>();
    for (const one of pasted) {
      const who = recognise(one, known);
      if (who.kind !== 'known') {
        lines.push({
          typed: one.typed,
          name: one.name ?? '',
          contact: '',
          traineeId: null,
          why: context.translator.t(`rosterImport.${who.kind}`),
        });
        continue;
      }
      const { id, name, email, phone } = who.person;
      const facts = await enrolFacts(this.reads.query, this.prerequisites, {
        cohort,
        traineeId: id,
        byStaff: true,
        now: this.clock.now(),
      });
      const reasons = refusalTexts(context.translator, mayEnrol(facts));
      const why = seen.has(id) ? context.translator.t('rosterImport.twice') : (reasons[0] ?? null);
      seen.add(id);
      lines.push({ typed: one.typed, name, contact: email ?? phone ?? '', traineeId: why === null ? id : null, why });
    }
    return lines;
  }

  private async freeSeats({ id, cohort }: CohortHeader): Promise<number> {
    const rows = await rosterOf(this.reads, id);
    const waits = rows.some(({ state }) => state === 'waitlisted');
    return waits ? 0 : Math.max(0, cohort.capacity - rows.filter(({ seatNumber }) => seatNumber !== null).length);
  }
}

function pasting({ translator }: RequestContext, header: CohortHeader, filling: Filling = {}): Page {
  return askPage({ header, form: formView(PastedForm, translator, filling), most: MOST_PASTED });
}
