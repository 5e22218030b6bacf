import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../cohorts/index.js';
import {
  answerForm,
  Clock,
  CurrentContext,
  type FormState,
  flash,
  formView,
  found,
  LONG_FORM_BYTES,
  looksLikeId,
  type Page,
  ReadDatabase,
  readForm,
  refusalTexts,
  type RequestContext,
  seeOther,
  type SeeOther,
  TakesLongForm,
  textsOf,
} from '../../platform/index.js';
import { EnrolTrainees } from '../actions/enrol-trainees.js';
import { cohortFacts } from '../data/cohort-facts.js';
import { enrolFactsOfEach } from '../data/enrol-facts.js';
import { peopleOnRecord } from '../data/people-on-record.js';
import { rosterOf } from '../data/roster.js';
import { MOST_PASTED_PEOPLE, readPastedPeople, recognise } from '../domain/pasted-people.js';
import { PREREQUISITES, type Prerequisites } from '../domain/prerequisites.js';
import { mayEnrol } from '../domain/enrolment-rules.js';
import { seatsForNewcomers } from '../domain/seats-for-newcomers.js';
import { RosterImportForm } from './roster-import.form.js';
import { importPreviewPage, type PreviewLine, rosterImportPage } from './roster-import.page.js';

/** Enrols people pasted from a spreadsheet: a preview first, then the confirmation. */
@Controller('office/cohorts/:code/roster/import')
@Requires('roster.manage')
export class RosterImportController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly enrolTrainees: EnrolTrainees,
    @Inject(PREREQUISITES) private readonly prerequisites: Prerequisites,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    return pageOf(context, await this.headers.of(context, { code, tab: 'roster' }));
  }

  @Post()
  @TakesLongForm(LONG_FORM_BYTES)
  async preview(
    @CurrentContext() context: RequestContext,
    @Param('code') code: string,
    @Body() body: unknown,
  ): Promise<Page> {
    const header = await this.headers.of(context, { code, tab: 'roster' });
    return answerForm(readForm(RosterImportForm, body, this.clock.today()), {
      act: ({ people }) => this.previewLines(context, header.id, people),
      done: (lines) => this.previewPage(header, lines),
      again: (filling) => pageOf(context, header, filling),
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
    const traineeIds = textsOf(body?.['traineeId']).filter(looksLikeId).slice(0, MOST_PASTED_PEOPLE);
    const counts = await this.enrolTrainees.execute(context.actor, header.code, traineeIds);
    return seeOther(`${header.href}/roster`, flash('rosterImport.done', { ...counts }));
  }

  private async previewLines(context: RequestContext, cohortId: string, text: string): Promise<PreviewLine[]> {
    const { translator } = context;
    const pasted = readPastedPeople(text);
    const candidates = await peopleOnRecord(this.reads.query, pasted);
    const cohort = found(await cohortFacts(this.reads.query, cohortId));
    const recognised = pasted.map((entry) => ({ ...entry, recognition: recognise(entry, candidates) }));
    const factsOf = await enrolFactsOfEach(this.reads.query, this.prerequisites, {
      cohort,
      traineeIds: recognised.flatMap(({ recognition }) =>
        recognition.kind === 'known' ? [recognition.person.id] : [],
      ),
      byStaff: true,
      now: this.clock.now(),
    });
    const lines: PreviewLine[] = [];
    const seen = new Set<string>();
    for (const { typed, recognition, ...entry } of recognised) {
      if (recognition.kind !== 'known') {
        const reason = translator.t(`rosterImport.${recognition.kind}`);
        lines.push({ typed, name: entry.name ?? '', contact: '', traineeId: null, reason });
        continue;
      }
      const { id, name, email, phone } = recognition.person;
      const [blocker = null] = refusalTexts(translator, mayEnrol(factsOf(id)));
      const reason = seen.has(id) ? translator.t('rosterImport.twice') : blocker;
      seen.add(id);
      lines.push({ typed, name, contact: email ?? phone ?? '', traineeId: reason === null ? id : null, reason });
    }
    return lines;
  }

  private async previewPage(header: CohortHeader, lines: readonly PreviewLine[]): Promise<Page> {
    const accepted = lines.filter(({ traineeId }) => traineeId !== null);
    const seats = Math.min(accepted.length, await this.seatsFor(header));
    return importPreviewPage({
      header,
      accepted,
      rejected: lines.filter(({ traineeId }) => traineeId === null),
      seats,
      waits: accepted.length - seats,
    });
  }

  private async seatsFor({ id, cohort }: CohortHeader): Promise<number> {
    const rows = await rosterOf(this.reads.query, id);
    const waiting = rows.filter(({ state }) => state === 'waitlisted').length;
    return seatsForNewcomers({
      free: cohort.capacity - rows.filter(({ seatNumber }) => seatNumber !== null).length,
      waiting,
    });
  }
}

function pageOf({ translator }: RequestContext, header: CohortHeader, filling: FormState = {}): Page {
  return rosterImportPage({
    header,
    form: formView(RosterImportForm, translator, filling),
    most: MOST_PASTED_PEOPLE,
  });
}
